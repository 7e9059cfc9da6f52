"""Running cases go on under a new version of their service: asked, agreed, done, and back."""

import re

import pytest

from checks import walk
from conftest import new_site, run
from people import digits, open_case, press, send
from test_everybody_can_use_it import inspector  # noqa: F401
from test_ict_office import _activate, _add, _sign_in, _slip_code

LIST = "/kelola/layanan/berjalan?layanan=surat-keterangan-usaha"
ASKED, NOW = "Apa nama usaha Anda?", "Apa nama usaha Anda menurut papan namanya?"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency of its own: what is published here is no business of the other journeys."""
    yield from new_site(tmp_path_factory.mktemp("pindah") / "contoh")


def _publish(site, version, change, moves=None):
    """Publishes the next version of the blueprint, as its author would from the folder."""
    folder = site.folder / "blueprints/16.03/umkm"
    about = folder / "blueprint.yaml"
    text = about.read_text(encoding="utf-8")
    before = re.search(r"^version: (\S+)$", text, re.M)[1]
    about.write_text(text.replace(f"version: {before}", f"version: {version}"), encoding="utf-8")
    service = folder / "services/surat-keterangan-usaha.yaml"
    service.write_text(change(service.read_text(encoding="utf-8")), encoding="utf-8")
    if moves:
        (folder / "renames").mkdir(exist_ok=True)
        (folder / f"renames/{before}-to-{version}.yaml").write_text(
            f"from: {before}\nto: {version}\n{moves}\n", encoding="utf-8")
    run("publish", str(site.folder))
    return before


def _replaced(text, old, new):
    assert old in text, old
    return text.replace(old, new, 1)


def _until(page, words):
    """Loads the page again until it says so, as a manager would who watches."""
    for _ in range(60):
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(300)
        page.reload()
    raise AssertionError(page.inner_text("main"))


def test_words_are_followed_and_taken_back(site, phone, desk, inspector):  # noqa: F811
    """A reworded question: one manager starts it, the case says so, and it goes back."""
    shown = send(phone)
    phone.goto(f"/lacak/{digits(shown)}")
    before = re.search(r"Aturan versi (\S+) \(berlaku sejak", phone.inner_text("main"))[1]
    _publish(site, "1.90.0", lambda text: _replaced(text, ASKED, NOW))
    tono = desk("tono")
    tono.goto("/kelola/layanan")
    tono.locator(f"a[href='{LIST}']").first.click()
    inspector.look(tono, "running cases by version")
    assert "Bisa pindah" in tono.inner_text("main")
    tono.get_by_role("link", name="Lihat rencana").first.click()
    assert NOW in tono.inner_text("main")
    inspector.look(tono, "plan of a move")
    assert not walk(tono), walk(tono)
    press(tono, "Pindahkan perkara")
    _until(tono, "Selesai: 1 dari 1 perkara dipindahkan.")
    inspector.look(tono, "a move that is done")
    rina = desk("rina")
    open_case(rina, shown)
    said = rina.inner_text("main")
    assert f"Pindah dari versi {before} ke 1.90.0" in said and "Aturan versi 1.90.0" in said
    rina.click("summary:has-text('Yang berubah')")
    assert NOW in rina.inner_text("main")
    inspector.look(rina, "a case that moved")
    phone.goto(f"/lacak/{digits(shown)}")
    assert "Aturan versi 1.90.0" in phone.inner_text("main")
    inspector.look(phone, "tracking a case that moved")
    press(tono, "Kembalikan ke versi sebelumnya")
    _until(tono, "Selesai: 1 dari 1 perkara dikembalikan.")
    inspector.look(tono, "a move that was taken back")
    open_case(rina, shown)
    assert f"Aturan versi {before} (" in rina.inner_text("main")
    assert "Pindah dari versi" not in rina.inner_text("main")
    inspector.has_nothing_to_say()


def test_rules_need_a_second_manager(site, phone, desk, visitors, inspector):  # noqa: F811
    """A new step time: declared by the publisher, agreed to by another; promises stay."""
    shown = send(phone)
    phone.goto(f"/lacak/{digits(shown)}")
    promised = phone.inner_text("dl.fakta")
    first = re.compile(r"(  periksa:\n(?:    .*\n)*?    within: )(\S.*)\n")
    _publish(site, "1.91.0", lambda text: first.sub(r"\g<1>6 jam kerja\n", text, count=1),
             "renames: []\ncases: move")
    tono = desk("tono")
    code = _slip_code(tono, _add(tono, "Bayu Pratama", "bayu", "pengelola layanan"))
    bayu = visitors(1280, 800)
    _activate(bayu, code)
    _sign_in(bayu, "bayu")
    tono.goto(LIST)
    row = tono.locator("tr", has_text="1.90.0").filter(has_text="Lihat rencana")
    assert "Perlu disetujui" in row.inner_text()
    row.get_by_role("link", name="Lihat rencana").click()
    press(tono, "Minta persetujuan")
    assert "pengelola lain yang menyetujui" in tono.inner_text("main")
    inspector.look(tono, "a move that waits for approval")
    bayu.goto(tono.url)
    press(bayu, "Setujui dan pindahkan")
    _until(bayu, "Selesai: 1 dari 1 perkara dipindahkan.")
    phone.goto(f"/lacak/{digits(shown)}")
    assert phone.inner_text("dl.fakta") == promised, "what was promised stays"
    assert "Aturan versi 1.91.0" in phone.inner_text("main")
    # Worked on since, it stays where it is.
    rina = desk("rina")
    open_case(rina, shown)
    press(rina, "Ambil")
    bayu.reload()
    press(bayu, "Kembalikan ke versi sebelumnya")
    _until(bayu, "Selesai: 0 dari 1 perkara dikembalikan.")
    assert "Sudah dikerjakan sejak pindah" in bayu.inner_text("main")
    inspector.look(bayu, "a case that could not go back")
    inspector.has_nothing_to_say()
