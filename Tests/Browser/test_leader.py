"""Half a minute of a regent at a small phone, and the day of whoever asks what a service is for."""

import pytest

from checks import labels_whole, walk
from conftest import new_site, run
from invented_map import geojson
from papers import JPEG
from people import digits, do, send, send_on
from test_everybody_can_use_it import inspector  # noqa: F401


def _finish(shown, officer, head):
    """Checks the files, issues the letter and uploads the signed scan."""
    do(officer, shown, "Berkas lengkap")
    do(head, shown, "Tanda tangani dan terbitkan")
    return shown


def _counted(page, words):
    """Comes back until the figures, which may be a second late, say it."""
    for _ in range(10):
        page.goto("/pimpinan")
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(500)


def test_a_regent_reads_the_page_and_the_list_behind_a_number(
    phone, desk, inspector  # noqa: F811
):
    """From a request that came in to its line in the figures, the list and the paper."""
    shown = send(phone)
    rina, rahayu, regent = desk("rina"), desk("rahayu"), desk("syahrul")
    _finish(shown, rina, rahayu)

    _counted(rahayu, "Perlu tanda tangan Anda: ")
    assert "Perlu tanda tangan Anda: " in rahayu.inner_text("main"), "the head has to sign it"
    assert "Kelurahan Pasar II" in rahayu.inner_text("h1"), "and sees her own office only"
    rahayu.goto("/pimpinan/unit/diskop")
    assert "milik kantor lain" in rahayu.inner_text("main")
    inspector.look(rahayu, "another office's page refused")
    rahayu.goto(f"/kerja/perkara/{digits(shown)}/pindaian")
    rahayu.set_input_files("[name=pindaian]", JPEG)
    send_on(rahayu)

    regent.set_viewport_size({"width": 360, "height": 740})
    _counted(regent, "Masuk minggu ini")
    text = regent.inner_text("main")
    assert "Data sampai " in text
    for words in ("Selesai tepat waktu", "Kepuasan (IKM)", "Masuk minggu ini"):
        assert words in text
    assert "Peta petak: satu kotak satu kecamatan" in text
    assert len(regent.content().encode()) <= 45_000
    inspector.look(regent, "leader's page")

    number = regent.locator("dl.fakta a").last
    count = int(number.inner_text())
    number.click()
    assert regent.locator("tbody tr").count() == min(count, 50), "the list behind the number"
    assert shown in regent.inner_text("main") or digits(shown) in regent.content()
    assert "Siti" not in regent.inner_text("main"), "nothing of who applied"
    inspector.look(regent, "list behind a number")

    regent.goto("/pimpinan")
    regent.get_by_role("link", name="Cetak laporan bulan").click()
    inspector.look(regent, "report of a month without requests")
    assert "tidak ada permohonan yang masuk" in regent.inner_text("main")


def test_a_keeper_enters_what_a_service_costs(desk, inspector):  # noqa: F811
    """A cost with its source, a mistake, and a decision with its reason."""
    tono = desk("tono")
    tono.goto("/kelola/kegunaan")
    inspector.look(tono, "usefulness")
    tono.locator("tbody th a").first.click()
    tono.fill("[name=biaya]", "banyak")
    tono.fill("[name=sumber]", "DPA 2026 halaman 12")
    tono.locator("form[action$='/biaya'] button").click()
    assert tono.title().startswith("Perlu diperbaiki:") or "rupiah bulat" in tono.inner_text("main")
    inspector.look(tono, "cost that cannot be read")
    tono.fill("[name=biaya]", "24.000.000")
    tono.locator("form[action$='/biaya'] button").click()
    assert "Rp24.000.000" in tono.inner_text("main")
    tono.locator("[name=keputusan][value=perbaiki]").check()
    tono.fill("[name=alasan]", "Terlalu lama.")
    tono.locator("form[action$='/keputusan'] button").click()
    assert "Perbaiki, " in tono.inner_text("main")
    assert "Tono Prasetyo" in tono.inner_text("main"), "who decided stands there"
    inspector.look(tono, "cost and decision")


def _with_map(folder):
    """The boundaries of the districts, and a line that names their file."""
    districts = {
        line.split(",")[0] for line in (folder / "wilayah.csv").read_text("utf-8").splitlines()
        if line.startswith("16.03.") and line.split(",")[0].count(".") == 2
    }
    (folder / "kecamatan.geojson").write_text(geojson(districts), encoding="utf-8")
    file = folder / "regency.yaml"
    file.write_text(file.read_text("utf-8").rstrip() + "\nmap: kecamatan.geojson\n", "utf-8")
    run("publish", str(folder))


@pytest.fixture(scope="module")
def mapped(tmp_path_factory):
    """A regency that has given the boundaries of its districts, before its first request."""
    yield from new_site(tmp_path_factory.mktemp("peta") / "contoh", _with_map)


def test_a_regent_sees_the_districts_as_they_lie(mapped, chromium, inspector):  # noqa: F811
    """The page before the first case, then the map in true shapes, by keyboard too."""
    context = chromium.new_context(
        base_url=mapped.base, viewport={"width": 360, "height": 740}, locale="id-ID")
    regent = context.new_page()
    mapped.officials["syahrul"].sign_in(regent)
    regent.goto("/pimpinan")
    assert "Belum ada permohonan" in regent.inner_text("main")
    inspector.look(regent, "leader's page before the first case")
    send(regent)
    _counted(regent, "Masuk minggu ini")
    areas = regent.locator("svg.peta a")
    assert areas.count() == 22, "each district is a way to its page"
    assert "Peta petak" not in regent.inner_text("main")
    inspector.look(regent, "leader's page with a map")
    assert not walk(regent), walk(regent)
    areas.first.focus()
    regent.keyboard.press("Enter")
    assert "/pimpinan/wilayah/" in regent.url
    inspector.look(regent, "a district")
    for address in ("/pimpinan/daftar?hal=semua", "/pimpinan/laporan/2026-13",
                    "/pimpinan/wilayah/99.99.99"):
        regent.goto(address)
        inspector.look(regent, f"not there: {address}")
    context.close()
    inspector.has_nothing_to_say()
