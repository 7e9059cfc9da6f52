"""The backups of a site as the ICT office sees them, and a drill beside the running site."""

from checks import walk
from test_everybody_can_use_it import inspector  # noqa: F401


def test_the_ict_office_sees_places_and_drills(desk, inspector):  # noqa: F811
    """What is missing stands in words; a drill by hand goes onto the list, a mistake is told."""
    tono = desk("tono")
    tono.goto("/kelola/cadangan")
    assert "Ini contoh atau latihan" in tono.inner_text("main")
    inspector.look(tono, "backups and drills")
    assert walk(tono) == []
    tono.get_by_role("button", name="Catat latihan", exact=True).click()
    assert "Pilih tempat cadangannya." in tono.inner_text("main")
    inspector.look(tono, "a drill with mistakes")
    tono.locator("input[name=tempat][value=lain]").check()
    tono.locator("input[name=hasil][value=cocok]").check()
    tono.get_by_role("button", name="Catat latihan", exact=True).click()
    assert "Latihan tercatat." in tono.inner_text("main")
    assert "Dengan tangan" in tono.inner_text("table >> nth=-1")
    inspector.look(tono, "backups with a drill")
