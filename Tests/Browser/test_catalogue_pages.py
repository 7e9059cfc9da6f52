"""From a publisher's public page to the partner's draft, over the line: two sites, one reader."""

import hashlib
import re
import sqlite3
import subprocess
import time

import pytest
from checks import walk
from conftest import _binary, _surroundings, run
from mail_server import free_port
from people import Official, press
from site_under_test import SiteUnderTest
from test_everybody_can_use_it import inspector  # noqa: F401
from test_exchange import Origin

# It reads the file of the database itself.
ENGINE = "sqlite"

BENCH = "/kelola/cetak-biru/16.03/umkm"
PARTNER = "/kelola/cetak-biru/mitra/16.03"


class Served:
    """A regency's folder that is served on a port that is known before."""

    def __init__(self, folder, port, lets_in):
        self.folder, self.port = folder, port
        self.base = f"http://127.0.0.1:{port}"
        (folder / "serasan.conf").write_text(f'partners_inside: ["127.0.0.1:{lets_in}"]\n')
        (folder / "serasan.conf").chmod(0o644)
        self.server = None

    def start(self):
        with open(self.folder.parent / "serve.log", "a", encoding="utf-8") as log:
            self.server = subprocess.Popen(
                [_binary(), "serve", str(self.folder), "--port", str(self.port)],
                env=_surroundings(), stdout=subprocess.PIPE, stderr=log, text=True)
        assert "http://" in self.server.stdout.readline()

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=60)
            self.server = None


@pytest.fixture(scope="module")
def ports():
    return free_port(), free_port()


@pytest.fixture(scope="module")
def origin(tmp_path_factory, ports):
    made = Origin(tmp_path_factory.mktemp("asal"))
    made.site = Served(made.folder, ports[0], ports[1])
    made.release("1.0.0")
    made.site.start()
    yield made
    made.site.stop()


@pytest.fixture(scope="module")
def mitra(tmp_path_factory, ports):
    """Tapanuli Selatan, which has no blueprint yet."""
    folder = tmp_path_factory.mktemp("tapsel") / "kab"
    run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
        "--demo", "--empty")
    served = Served(folder, ports[1], ports[0])
    served.start()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def site(mitra):
    return SiteUnderTest(
        mitra.base, Official.read(mitra.folder / "data/petugas-contoh.txt"), mitra.folder)


def fetched(page):
    """Waits where a fetch takes longer than the page waits for it."""
    while page.get_by_role("link", name="Lihat apakah sudah selesai").count():
        page.get_by_role("link", name="Lihat apakah sudah selesai").click()


def test_what_is_offered_can_be_read_by_everybody(origin, mitra, phone, inspector):  # noqa: F811
    """Light, in two languages, honest about what is missing, and nobody's words to click."""
    origin.release("1.1.0", lambda text: text.replace(
        "Apa nama usaha Anda?", "Apa nama usahanya?", 1))
    base = origin.site.base
    for language in ("", "/en"):
        for path in ("/cetak-biru", "/cetak-biru/16.03/umkm", "/cetak-biru/16.03/umkm/1.0.0",
                     "/cetak-biru/16.03/umkm/banding/1.0.0...1.1.0",
                     "/cetak-biru/16.03/umkm/1.1.0/replikasi"):
            answer = phone.goto(base + language + path)
            assert answer.status == 200, path
            assert len(answer.body()) <= 40_000, (path, len(answer.body()))
            inspector.look(phone, language + path)
            assert not walk(phone), (path, walk(phone))
            # One or two of twelve may be words of the page by chance; shown, they were all there.
            shown = set(origin.words.split()) & set(re.findall(r"\b[a-z]{4}\b", phone.content()))
            assert len(shown) < 4, shown
    phone.goto(f"{base}/cetak-biru")
    phone.get_by_role("link", name="Usaha mikro, kecil, dan menengah").click()
    text = phone.inner_text("main")
    assert "Cetak biru 16.03/umkm · versi 1.1.0" in text and "Kabupaten Muara Enim" in text
    assert re.search(r"1 formulir: \d+ halaman, \d+ pertanyaan", text)
    assert "Yang harus Anda isi sendiri (" in text and "contoh yang diuji" in text
    assert "Bukti jalan" not in text and "Dipakai" not in text, "nothing is told that is not known"
    phone.get_by_text("Riwayat versi").click()
    phone.get_by_role("link", name="Beda dari 1.0.0").click()
    text = phone.inner_text("main")
    assert "Diubah" in text and "Apa nama usahanya?" in text
    phone.goto(f"{base}/cetak-biru/16.03/umkm/1.0.0")
    digest = re.search(r"[0-9a-f]{64}", phone.inner_text("main"))[0]
    bytes_ = phone.request.get(f"{base}/cetak-biru/16.03/umkm/1.0.0/unduh").body()
    assert hashlib.sha256(bytes_).hexdigest() == digest
    for path in ("/cetak-biru/16.03/tiada", "/cetak-biru/16.03/umkm/9.9",
                 "/cetak-biru/x/umkm", "/cetak-biru/16.03/umkm/banding/1.0.0...9",
                 "/cetak-biru/16.03/umkm/banding/1.0.0", "/cetak-biru/16.03/umkm/9/replikasi",
                 "/cetak-biru/16.03/..%2f..%2fkab", "/cetak-biru/16.03/umkm/1.0.0%00"):
        assert phone.request.get(base + path).status in (400, 404), path
    phone.goto(mitra.base + "/cetak-biru")
    assert "Belum ada cetak biru yang dibagikan" in phone.inner_text("main")
    inspector.look(phone, "nothing offered")
    inspector.has_nothing_to_say()


def test_replikasi_leads_to_the_partners_draft(origin, mitra, site, phone, visitors,
                                               inspector):  # noqa: F811
    """Read over there, asked for here: the address is shown, the words typed, the draft made."""
    reader = visitors(1280, 800)
    reader.goto(f"{origin.site.base}/cetak-biru/16.03/umkm")
    reader.get_by_role("link", name="Replikasi ke kabupaten saya").click()
    for wrong in ("http://jahat.example", "javascript:alert(1)", "https://a@b.example", "//x"):
        reader.fill("[name=alamat]", wrong)
        press(reader, "Lanjutkan")
        assert reader.locator(".galat").count() == 1, wrong
        assert reader.url.startswith(origin.site.base), "nobody is led on without seeing where"
        inspector.look(reader, "a wrong address")
    reader.fill("[name=alamat]", mitra.base + "/layanan")
    press(reader, "Lanjutkan")
    assert reader.url.startswith(origin.site.base)
    assert f"Anda akan pergi ke {mitra.base}." in reader.inner_text("main")
    inspector.look(reader, "where the reader will go")
    reader.get_by_role("link", name="Lanjutkan ke 127.0.0.1").click()
    assert reader.url.startswith(mitra.base + "/petugas/masuk")
    tono = site.officials["tono"]
    reader.fill("[name=nama]", tono.name)
    reader.fill("[name=sandi]", tono.password)
    press(reader, "Masuk")
    assert "/kelola/cetak-biru/pasang?dari=" in reader.url
    assert f"Akan diambil dari {origin.site.base}" in reader.inner_text("main")
    inspector.look(reader, "what a link brought")
    assert not walk(reader), walk(reader)
    site.signed_in["tono"] = reader.context.storage_state()

    press(reader, "Ambil dan tinjau")
    fetched(reader)
    assert "12 kata" in reader.locator(".galat").inner_text()
    inspector.look(reader, "a publisher that is not known")
    reader.fill("[name=kata-mitra]", "bada " * 12)
    press(reader, "Ambil dan tinjau")
    assert "kata" in reader.locator(".galat").inner_text()
    reader.fill("[name=kata-mitra]", origin.words)
    press(reader, "Ambil dan tinjau")
    fetched(reader)
    text = reader.inner_text("main")
    assert "Penerbitnya dikenal dari perjanjian" in text and "Yang harus diisi sendiri" in text
    assert "1.1.0" in text
    inspector.look(reader, "a fetched package")
    press(reader, "Pasang sebagai konsep")
    reader.goto(BENCH)
    assert "1.1.0" in reader.inner_text("main")
    reader.goto(PARTNER)
    text = reader.inner_text("main")
    assert origin.site.base in text and "Sudah ada, sama persis" in text
    inspector.look(reader, "a partner")
    assert not walk(reader), walk(reader)
    inspector.has_nothing_to_say()


def test_a_newer_version_is_told_and_fetched_only_when_asked(origin, mitra, desk,
                                                             inspector):  # noqa: F811
    """Once a day the site is asked by itself; nothing is installed by that, and who is down waits."""
    origin.release("1.2.0")
    tono = desk("tono")
    tono.goto("/kelola/cetak-biru")
    assert "Pembaruan tersedia" not in tono.inner_text("main"), "asked less than a day ago"

    def a_day_later():
        mitra.stop()
        with sqlite3.connect(mitra.folder / "data/catatan.sqlite") as record:
            record.execute("UPDATE catalogue_partners SET checked_at = 0")
        mitra.start()

    def told(words):
        for _ in range(100):
            tono.goto("/kelola/cetak-biru")
            if words in tono.inner_text("main"):
                return True
            time.sleep(0.1)
        return False

    a_day_later()
    assert told("16.03/umkm: di sini 1.1.0, ada 1.2.0.")
    inspector.look(tono, "blueprints with an update")
    tono.goto(BENCH)
    assert "1.1.0" in tono.inner_text("main"), "nothing is installed by itself"
    tono.goto(PARTNER)
    press(tono, "Ambil 16.03/umkm 1.2.0")
    fetched(tono)
    tono.get_by_role("link", name="Lihat pembaruannya").click()
    assert "Pembaruan 1.1.0 ke 1.2.0" in tono.inner_text("main")

    # The other side is down: that is told, and nothing else changes.
    origin.site.stop()
    a_day_later()
    assert told("Pembaruan tersedia")
    for _ in range(100):
        tono.goto(PARTNER)
        if "tidak bisa dihubungi" in tono.inner_text("main"):
            break
        time.sleep(0.1)
    text = tono.inner_text("main")
    assert "Pemeriksaan terakhir tidak berhasil" in text and "flashdisk" in text
    inspector.look(tono, "a partner that is down")
    press(tono, "Ambil 16.03/umkm 1.2.0")
    fetched(tono)
    assert "tidak bisa dihubungi" in tono.locator(".galat").inner_text()
    tono.goto(BENCH)
    assert "1.1.0" in tono.inner_text("main")
    inspector.has_nothing_to_say()


def test_only_managers_fetch_and_what_they_type_leads_nowhere_inside(mitra, desk):
    tono, rina = desk("tono"), desk("rina")
    for path in (PARTNER, "/kelola/cetak-biru/ambil/" + "0" * 32,
                 "/kelola/cetak-biru/pasang?dari=https://a.example"):
        assert rina.request.get(path).status == 403, path
    for path in ("/kelola/cetak-biru/ambil/" + "0" * 32, "/kelola/cetak-biru/ambil/x",
                 "/kelola/cetak-biru/mitra/99.99", "/kelola/cetak-biru/mitra/x"):
        assert tono.request.get(path).status == 404, path
    for address, words in {
        "https://localhost": "jaringan dalam", "https://169.254.169.254": "jaringan dalam",
        "http://127.0.0.1:1": "https://", "https://a.example:8080": "porta",
        "https://127.1": "tidak terbaca", "https://a:b@c.example": "sandi",
    }.items():
        tono.goto("/kelola/cetak-biru/pasang")
        tono.fill("[name=dari]", address)
        press(tono, "Ambil dan tinjau")
        fetched(tono)
        assert words in tono.locator(".galat").inner_text(), address
    tono.goto("/kelola/cetak-biru/pasang?dari=javascript:alert(1)")
    assert tono.locator(".galat").count() == 1
