"""The same service in two regencies side by side, from evidence that was signed and carried."""

import csv
import io
import re
from pathlib import Path

import pytest
from checks import walk
from conftest import new_site, run, said
from papers import text_of
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401
from test_exchange import Origin

LIST = "/kelola/studi-banding"
PAGE = f"{LIST}/16.03/umkm/surat-keterangan-usaha"
DOSSIER = f"{PAGE}/berkas-replikasi"
SERVICE = "Surat keterangan usaha"

#: The last day of the invented cases, and the quarter before it that is stated.
UNTIL, QUARTER = "2026-11-20", "2026-3"

FILLED = """fill:
  perbup_pelayanan: Peraturan Bupati Tapanuli Selatan Nomor 12 Tahun 2025
  jadwal_retensi: Peraturan Bupati Tapanuli Selatan Nomor 3 Tahun 2024
  uu_ap: Undang-Undang Nomor 30 Tahun 2014
edits:
  - at: service/surat-keterangan-usaha/question/nama_usaha/hint
    was: Tulis seperti yang dikenal pelanggan.
    now: Seperti di papan nama.
    reason: Warga menulis nama pemilik.
    by: Kabag Organisasi
    date: 2026-03-01
"""


class Stating(Origin):
    """Muara Enim, which hands on the service and states how it went there."""

    def __init__(self, home: Path):
        super().__init__(home)
        run("publish", str(self.folder))
        run("seed", str(self.folder), "--cases", "900", "--months", "9", "--until", UNTIL,
            "--no-scans", "--seed", "1")
        run("keys", "working", str(home / "server"), "--evidence")
        self.working = next((home / "server").iterdir())
        self.public = re.search(r"umum: ([0-9a-f]{64})", self.working.read_text())[1]

    def state(self, quarter):
        out = self.home / f"bukti-{quarter}.json"
        told = said("evidence", "make", str(self.folder), "--quarter", quarter, "--out", str(out))
        run("evidence", "sign", str(out), "--key", str(self.working), "--dir", str(self.folder))
        return told

    def stick_with_evidence(self):
        package = self.home / "umkm.paket"
        run("pack", "16.03/umkm", "--out", str(package), "--dir", str(self.folder))
        run("catalogue", "add", str(package), "--dir", str(self.folder))
        run("catalogue", "sign", "--key", str(self.key), "--working-key", self.public,
            "--dir", str(self.folder))
        stick = self.home / "tongkat"
        told = said("catalogue", "export", "--out", str(stick), "--dir", str(self.folder))
        assert "2 bukti" in told
        return stick


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    origin = Stating(tmp_path_factory.mktemp("asal"))
    for quarter in ("2026-2", QUARTER):
        origin.state(quarter)
    return origin


@pytest.fixture(scope="module")
def stick(origin):
    return origin.stick_with_evidence()


@pytest.fixture(scope="module")
def site(stick, tmp_path_factory):
    """Tapanuli Selatan runs the replica, adapted, and has cases of its own."""
    package = next(stick.glob("paket/*.paket"))

    def make(folder):
        run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
            "--demo", "--empty")
        run("replicate", str(package), "--into", str(folder),
            "--unlisted", "Dicoba sebelum perjanjiannya dicocokkan.")
        (folder / "blueprints/16.03/umkm/overlay.yaml").write_text(FILLED, encoding="utf-8")
        run("publish", str(folder))
        run("seed", str(folder), "--cases", "260", "--months", "8", "--until", UNTIL,
            "--no-scans", "--seed", "2")
    yield from new_site(tmp_path_factory.mktemp("tapsel") / "kab", make=make)


def evidence(stick, quarter):
    return next(stick.glob(f"bukti/*{quarter}.bukti.json"))


def hand_in(page, file):
    page.goto(LIST)
    page.set_input_files("[name=bukti]", str(file))
    press(page, "Ambil")


def pin(page, stick, origin):
    """The partner's root and catalogue come in beside its package, as for an installation."""
    page.goto("/kelola/cetak-biru/pasang")
    page.set_input_files("[name=paket]", str(next(stick.glob("paket/*.paket"))))
    page.set_input_files("[name=katalog]", str(stick / "katalog.json"))
    page.set_input_files("[name=akar]", [str(f) for f in sorted((stick / "akar").iterdir())])
    page.fill("[name=kata]", origin.words)
    press(page, "Tinjau")
    assert "Penerbitnya dikenal dari perjanjian" in page.inner_text("main")


def table(answer):
    return list(csv.reader(io.StringIO(answer.text().lstrip("\ufeff")), delimiter=";"))


def test_a_quarter_is_stated_once_and_says_no_exact_number(origin, stick, tmp_path):
    first = (origin.home / f"bukti-{QUARTER}.json").read_bytes()
    again = origin.state(QUARTER)
    assert "sudah pernah dinyatakan" in again
    assert (origin.home / f"bukti-{QUARTER}.json").read_bytes() == first
    told = said("evidence", "verify", str(evidence(stick, "t3")), "--from", str(stick))
    assert "Tanda tangan cocok dengan katalog 16.03" in told
    assert "surat-keterangan-usaha (16.03/umkm 1.0.0): masuk" in told
    counts = re.findall(r'"(?:received|decided|in_time|answers)":(\d+)', first.decode())
    assert counts and all(int(count) >= 10 and int(count) % 5 == 0 for count in counts)
    assert '"most"' in first.decode(), "fewer than ten were late somewhere, and nobody reads how many"


def test_two_regencies_side_by_side(origin, site, stick, desk, inspector):  # noqa: F811
    tono, regent, rina = desk("tono"), desk("syahrul"), desk("rina")
    for path in (LIST, PAGE, f"{PAGE}/banding.pdf", f"{PAGE}/banding.csv", f"{PAGE}/dasar",
                 DOSSIER, f"{DOSSIER}.pdf", f"{DOSSIER}.csv"):
        assert rina.request.get(path).status == 403, path
    for path in (f"{LIST}/16.03/umkm/tidak-ada", f"{LIST}/x/y/z", f"{LIST}/16.03/kopi/x/dasar"):
        assert tono.request.get(path).status == 404, path

    # Nothing is believed of a stranger, nor of what is no evidence.
    tono.goto(LIST)
    assert "Belum ada bukti dari kabupaten lain" in tono.inner_text("main")
    press(tono, "Ambil")
    assert "Pilih dulu berkas buktinya" in tono.inner_text(".galat")
    inspector.look(tono, "no evidence chosen")
    hand_in(tono, evidence(stick, "t3"))
    assert "Akar kabupaten itu belum dikenal" in tono.inner_text(".galat")
    pin(tono, stick, origin)
    hand_in(tono, stick / "katalog.json")
    assert "bukan bukti bertanda tangan" in tono.inner_text(".galat")

    # By the working key that the catalogue names, both quarters.
    for quarter in ("t3", "t2"):
        hand_in(tono, evidence(stick, quarter))
        assert "Bukti sudah diambil" in tono.inner_text("main")
    inspector.look(tono, "services in common")
    assert not walk(tono), walk(tono)
    tono.get_by_role("link", name=SERVICE).click()

    text = tono.inner_text("main")
    for words in ("Kabupaten Muara Enim", "Kabupaten Tapanuli Selatan", "Triwulan 3 2026",
                  "Dihitung di sini, belum dinyatakan", "hari kerja",
                  "Layanan ini berasal dari kabupaten ini", "Warga menulis nama pemilik"):
        assert words in text, words
    assert re.search(r"Kabupaten Muara Enim, \d+ \w+ 20\d\d", text), "stated by whom, and when"
    inspector.look(tono, "two regencies side by side")
    assert not walk(tono), walk(tono)

    # The same on paper and in a spreadsheet.
    rows = table(tono.request.get(f"{PAGE}/banding.csv"))
    figures = {(row[1], row[2]): row for row in rows if row[0] == "angka"}
    assert {("2026-t3", "16.03"), ("2026-t3", "12.03"), ("2026-t2", "16.03")} <= set(figures)
    received = figures["2026-t3", "16.03"][5]
    assert received in text and int(received) % 5 == 0
    paper = text_of(tono.request.get(f"{PAGE}/banding.pdf").body())
    for words in ("Studi banding", SERVICE, "Kabupaten Muara Enim", received,
                  "Warga menulis nama pemilik"):
        assert words in paper, words

    # How it was before: typed with its source, kept where something is wrong.
    tono.goto(PAGE)
    tono.get_by_role("link", name="Catat keadaan sebelumnya").click()
    tono.fill("[name=masuk]", "banyak")
    tono.fill("[name=ikm]", "74,5")
    press(tono, "Simpan")
    main = tono.inner_text("main")
    assert "Tulis angka bulat" in main and "Tulis dari mana angka itu" in main
    assert tono.input_value("[name=ikm]") == "74,5"
    inspector.look(tono, "a baseline with errors")
    tono.fill("[name=masuk]", "180")
    tono.fill("[name=sumber]", "Laporan SKM 2025 halaman 4")
    for part, number in zip(("tanggal", "bulan", "tahun"), ("31", "12", "2025")):
        tono.fill(f"[name=tanggal-{part}]", number)
    press(tono, "Simpan")
    main = tono.inner_text("main")
    assert "Laporan SKM 2025 halaman 4, 31 Desember 2025" in main and "74,50" in main

    regent.goto(PAGE)
    assert "Kabupaten Muara Enim" in regent.inner_text("main"), "leaders see it too"

    # What a site signs, it hands out to programs; this one has signed nothing.
    offered = "/.well-known/cetak-biru/bukti"
    assert tono.request.get(f"{offered}.json").json() == []
    (site.folder / "pertukaran/bukti").mkdir(parents=True, exist_ok=True)
    file = site.folder / "pertukaran/bukti/12.03-2026-t3.bukti.json"
    file.write_bytes(evidence(stick, "t3").read_bytes())
    assert tono.request.get(f"{offered}.json").json() == ["2026-t3"]
    assert tono.request.get(f"{offered}/2026-t3").body() == file.read_bytes()
    for quarter in ("2026-t2", "x", "..%2Fkatalog"):
        assert tono.request.get(f"{offered}/{quarter}").status == 404, quarter
    inspector.has_nothing_to_say()


def test_the_dossier_of_a_replication(origin, site, stick, desk, inspector):  # noqa: F811
    tono, regent = desk("tono"), desk("syahrul")
    tono.goto(DOSSIER)
    text = tono.inner_text("main")
    for words in ("Inovasi sumber", "16.03/umkm 1.0.0", "Warga menulis nama pemilik",
                  "perbup_pelayanan", "Diambil seperti aslinya", "Belum diisi"):
        assert words in text, words
    inspector.look(tono, "a dossier")
    assert not walk(tono), walk(tono)

    # Another leader has the page open meanwhile.
    regent.goto(DOSSIER)
    tono.fill("[name=tim]", "Kepala bidang layanan, dua petugas\nloket")
    tono.select_option("[name=skor-kebutuhan]", "5")
    tono.select_option("[name=skor-hukum]", "4")
    press(tono, "Simpan")
    text = tono.inner_text("main")
    assert "Sudah disimpan" in text and "Jumlah: 9 dari 10" in text
    assert tono.input_value("[name=tim]") == "Kepala bidang layanan, dua petugas\nloket"

    regent.fill("[name=risiko]", "Listrik padam")
    press(regent, "Simpan")
    assert "Orang lain menyimpan lebih dulu" in regent.inner_text("main")
    assert regent.input_value("[name=risiko]") == "Listrik padam", "what was typed is kept"
    inspector.look(regent, "a dossier that somebody else changed")
    regent.fill("[name=tim]", "Kepala bidang layanan")
    regent.select_option("[name=skor-kebutuhan]", "5")
    press(regent, "Simpan")
    assert "Sudah disimpan" in regent.inner_text("main")

    # A score that no list offers, and a text that is too long.
    form = {"kunci": tono.locator("[name=kunci]").first.input_value(), "versi": "9",
            "tim": "x", "skor-biaya": "6", "risiko": "y" * 5000}
    answer = tono.request.post(DOSSIER, form=form, headers={"origin": site.base})
    assert answer.status == 422
    assert "Pilih nilai 1 sampai 5" in answer.text() and "terlalu panjang" in answer.text()

    paper = text_of(tono.request.get(f"{DOSSIER}.pdf").body())
    for words in ("Berkas replikasi", "Kepala bidang layanan", "Listrik padam",
                  "Kemiripan kebutuhan"):
        assert words in paper, words
    rows = table(tono.request.get(f"{DOSSIER}.csv"))
    assert ["Skor", "Kemiripan kebutuhan", "5"] in rows
    assert ["Keterangan", "Risiko dan cara mengatasinya", "Listrik padam"] in rows
    inspector.has_nothing_to_say()
