"""Every kind of page of the workshop: no fault for axe, nothing sideways, all by keyboard."""

import pytest
from checks import walk
from conftest import new_site
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401
from test_workshop import BENCH, SERVICE, thing

#: One of each kind of thing, as the shipped blueprint for small businesses has them.
THINGS = [
    SERVICE, f"{SERVICE}/standard", f"{SERVICE}/privacy", f"{SERVICE}/page/usaha",
    f"{SERVICE}/question/jenis_usaha", f"{SERVICE}/question/foto_ktp", f"{SERVICE}/step/periksa",
    f"{SERVICE}/step/periksa/legal", f"{SERVICE}/action/terbit", f"{SERVICE}/action/terbit/record",
    f"{SERVICE}/outcome/selesai", f"{SERVICE}/notice/selesai", "letter/keterangan",
    "letter/keterangan/block/rincian", "register/usaha", "example/warung",
    "example/warung/expect",
]

PAGES = [
    "/kelola/cetak-biru", "/kelola/cetak-biru/baru", "/kelola/cetak-biru/pasang", BENCH,
    f"{BENCH}/terjemahan", f"{BENCH}/lembar", f"{BENCH}/coba?layanan=surat-keterangan-usaha",
    f"{BENCH}/coba?contoh=kurang-foto", f"{BENCH}/sebab?contoh=warung",
    f"{BENCH}/tambah?di={SERVICE}&isi=steps", f"{BENCH}/tambah?di=letter/keterangan&isi=body",
    f"{BENCH}/tambah?di=@&isi=letter", f"{BENCH}/tambah?di=@&isi=service",
] + [thing(slot) for slot in THINGS]

#: Words of files that nobody meets who writes none.
FILE_WORDS = [".yaml", "overlay", "fill:", "slot", "FEEL", "Bagian example"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    yield from new_site(tmp_path_factory.mktemp("bengkel-semua") / "contoh")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_the_workshop_can_be_used_by_everybody(desk, inspector, address):  # noqa: F811
    """With folds open and shut, in both languages, without words of files."""
    tono = desk("tono")
    tono.goto(address)
    assert tono.locator("h1").count() == 1, tono.inner_text("body")
    inspector.look(tono, address)
    assert not walk(tono, most=250), walk(tono, most=250)
    tono.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    inspector.look(tono, f"{address}, all open")
    text = tono.inner_text("main")
    assert not [word for word in FILE_WORDS if word in text], text
    tono.goto(f"/en{address}")
    assert tono.locator("html").get_attribute("lang") == "en"
    inspector.look(tono, f"{address} in English")
    inspector.has_nothing_to_say()


def test_a_question_that_a_rule_needs_is_missed_in_plain_words(desk):
    """Where the rule reads it, by the name that people know, with what to do."""
    tono = desk("tono")
    tono.goto(thing(f"{SERVICE}/page/usaha"))
    press(tono, "Hapus: Apa jenis usahanya?")
    tono.goto(thing(f"{SERVICE}/question/luas_kebun"))
    finding = tono.inner_text(".kabar-bahaya")
    assert "jenis_usaha" in finding and "tidak ada" in finding, finding
    tono.goto(thing("letter/keterangan/block/kebun"))
    assert "jenis_usaha" in tono.inner_text(".kabar-bahaya")
    tono.goto(BENCH)
    press(tono, "Buang konsep")
