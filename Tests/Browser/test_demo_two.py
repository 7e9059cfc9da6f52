"""What `make demo-two` makes, walked through in a browser: two regencies that work together."""

import os
import subprocess

import pytest
from checks import walk
from conftest import ROOT, _binary, _surroundings
from mail_server import free_port
from people import Official, press
from site_under_test import SiteUnderTest
from test_everybody_can_use_it import inspector  # noqa: F401
from test_workshop import colleague  # noqa: F401

GOES_FIRST = True

BENCH = "/kelola/cetak-biru/16.03/umkm"
SERVICE = "service/surat-keterangan-usaha"


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Both regencies, made by the script itself and served as it serves them."""
    home, ports = tmp_path_factory.mktemp("berdua"), (free_port(), free_port())
    subprocess.run(
        [ROOT / "scripts/demo-two", _binary(), str(home), *map(str, ports)], check=True,
        env={**_surroundings(), "MAKE_ONLY": "1"}, stdout=subprocess.DEVNULL)
    servers, sites = [], []
    for name, port in zip(("muara-enim", "tapanuli-selatan"), ports):
        folder = home / name
        with open(home / "serve.log", "a", encoding="utf-8") as log:
            server = subprocess.Popen(
                [_binary(), "serve", str(folder), "--port", str(port)], env=_surroundings(),
                stdout=subprocess.PIPE, stderr=log, text=True)
        servers.append(server)
        assert "http://" in server.stdout.readline()
        sites.append(SiteUnderTest(
            f"http://localhost:{port}", Official.read(folder / "data/petugas-contoh.txt"), folder))
    yield sites
    for server in servers:
        server.terminate()
        server.wait(timeout=60)


@pytest.fixture(scope="module")
def site(pair):
    """The partner, where most of it happens."""
    return pair[1]


def keep(page, name):
    """A picture for whoever wants to look, in the folder that SHOTS names."""
    if os.environ.get("SHOTS"):
        page.screenshot(path=f"{os.environ['SHOTS']}/{name}.png", full_page=True)


def test_the_partner_has_a_face_of_its_own(pair, phone, inspector):  # noqa: F811
    """Its own name, crest and colours; the same service, adapted."""
    phone.goto("/")
    assert phone.locator("header").get_by_text("Sahata Saoloan").is_visible()
    band = phone.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")
    inspector.look(phone, "the partner's home")
    keep(phone, "mitra-beranda")
    phone.goto(pair[0].base)
    assert phone.locator("header").get_by_text("Sahata Saoloan").count() == 0
    assert band != phone.evaluate(
        "getComputedStyle(document.querySelector('header')).backgroundColor")
    phone.goto(pair[1].base + "/layanan/surat-keterangan-usaha")
    assert "Surat keterangan usaha" in phone.inner_text("h1")
    inspector.has_nothing_to_say()


def test_both_hold_the_agreement(pair, desk, visitors, inspector):  # noqa: F811
    """In force on both sides; the public page names the partner."""
    ratna = desk("ratna")
    ratna.goto("/kerja/kerja-sama")
    ratna.get_by_role("link", name="Replikasi layanan publik dan tata kelola kopi").click()
    text = ratna.inner_text("main")
    assert "Kabupaten Muara Enim" in text and "16.03/umkm" in text and "Ditetapkan:" in text
    inspector.look(ratna, "the agreement")
    keep(ratna, "kerja-sama")
    for base, partner in ((pair[0].base, "Kabupaten Tapanuli Selatan"),
                          (pair[1].base, "Kabupaten Muara Enim")):
        public = visitors()
        public.goto(base + "/mitra")
        assert public.get_by_role("link", name=partner).is_visible()
    inspector.has_nothing_to_say()


def test_the_comparison_can_be_looked_at(pair, desk, visitors, inspector):  # noqa: F811
    """Both regencies' figures in one page, as a table and as files."""
    leader = desk("syahrul")
    leader.goto("/kelola/studi-banding")
    inspector.look(leader, "what can be compared")
    leader.goto("/kelola/studi-banding/16.03/umkm/surat-keterangan-usaha")
    text = leader.inner_text("main")
    assert "Kabupaten Muara Enim" in text and "Kabupaten Tapanuli Selatan" in text
    assert "Sahata Saoloan" not in text, "regencies are named as they are called in law"
    assert "Kepala desa mencari tempat usaha menurut huta" in text, "what was adapted, and why"
    inspector.look(leader, "side by side")
    keep(leader, "studi-banding")
    assert not walk(leader), walk(leader)
    small = visitors()
    small.context.add_cookies(leader.context.cookies())
    small.goto("/kelola/studi-banding/16.03/umkm/surat-keterangan-usaha")
    inspector.look(small, "side by side on a phone")
    keep(small, "studi-banding-ponsel")
    inspector.has_nothing_to_say()


def test_the_upgrade_waits_with_one_conflict(pair, desk, colleague, phone,  # noqa: F811
                                             inspector):  # noqa: F811
    """Told on the list, fetched from the partner's site, decided, published by a second person."""
    tono, bayu = desk("tono"), colleague("Bayu Pratama", "bayu")
    tono.goto("/kelola/cetak-biru")
    assert "1.1.0" in tono.inner_text("main"), "the newer version is told"
    inspector.look(tono, "a newer version")
    keep(tono, "pembaruan-tersedia")
    tono.goto("/kelola/cetak-biru/pasang")
    tono.fill("[name=dari]", pair[0].base + "/cetak-biru/16.03/umkm")
    press(tono, "Ambil dan tinjau")
    while tono.get_by_role("link", name="Lihat apakah sudah selesai").count():
        tono.get_by_role("link", name="Lihat apakah sudah selesai").click()
    tono.get_by_role("link", name="Lihat pembaruannya").click()
    text = tono.inner_text("main")
    assert "Perlu keputusan (1)" in text
    for value in ("patokan yang mudah dikenali.", "Tulis lingkungan atau dusun, dan patokannya.",
                  "patokan, bila ada."):
        assert value in text
    inspector.look(tono, "one conflict")
    keep(tono, "satu-pertentangan")
    tono.locator("input[type=radio][value=kita]").first.check()
    tono.fill("[name=alasan]", "Di banyak desa kami tidak ada RT dan RW.")
    press(tono, "Mutakhirkan sebagai konsep")
    tono.goto(BENCH)
    press(tono, "Minta diterbitkan")
    bayu.goto("/kelola/layanan/terbit?nama=16.03%2Fumkm")
    press(bayu, "Setujui dan terbitkan")
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/alamat_usaha")
    assert tono.input_value("[name=hint]") == "Tulis lingkungan atau dusun, dan patokannya."
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/nama_usaha")
    assert tono.input_value("[name=ask]") == "Apa nama usahanya?"
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/lokal_huta")
    assert tono.input_value("[name=ask]") == "Apa nama huta atau lingkungannya?"
    inspector.has_nothing_to_say()
