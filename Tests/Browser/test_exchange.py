"""From one regency to another by files alone: packed, carried, believed, installed, adapted, upgraded."""

import re
from pathlib import Path

import pytest
from checks import walk
from conftest import init_regency, new_site, run, said
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401
from test_workshop import colleague  # noqa: F401

BENCH = "/kelola/cetak-biru/16.03/umkm"
SERVICE = "service/surat-keterangan-usaha"


class Origin:
    """Muara Enim with its keys on sticks; what it hands on lies in a folder as on a stick."""

    def __init__(self, home: Path):
        self.folder, self.home = home / "muaraenim", home
        init_regency(self.folder)
        run("keys", "working", str(home / "usb0"))
        self.key = next((home / "usb0").iterdir())
        shown = said("keys", "root", *(str(home / f"usb{n}") for n in (1, 2, 3)),
                     "--dir", str(self.folder), "--catalogue-key", str(self.key))
        self.words = " ".join(re.findall(r"\d+\. ([a-z]{4})\b", shown))
        self.sticks = 0

    @property
    def umkm(self):
        return self.folder / "blueprints/16.03/umkm"

    def release(self, version, change=lambda text: text):
        """A new version on a stick of its own."""
        head = self.umkm / "blueprint.yaml"
        head.write_text(re.sub(r"version: .*", f"version: {version}", head.read_text()))
        service = self.umkm / "services/surat-keterangan-usaha.yaml"
        service.write_text(change(service.read_text()))
        package = self.home / f"umkm-{version}.paket"
        run("pack", "16.03/umkm", "--out", str(package), "--dir", str(self.folder))
        run("catalogue", "add", str(package), "--dir", str(self.folder))
        run("catalogue", "sign", "--key", str(self.key), "--dir", str(self.folder))
        self.sticks += 1
        stick = self.home / f"tongkat{self.sticks}"
        run("catalogue", "export", "--out", str(stick), "--dir", str(self.folder))
        return stick, next(stick.glob(f"paket/*{version}.paket"))


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    return Origin(tmp_path_factory.mktemp("asal"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Tapanuli Selatan, which has no blueprint yet."""
    def make(folder):
        run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
            "--demo", "--empty")
    yield from new_site(tmp_path_factory.mktemp("tapsel") / "kab", make=make)


def hand_in(page, package, stick=None, words=""):
    page.goto("/kelola/cetak-biru/pasang")
    page.set_input_files("[name=paket]", str(package))
    if stick:
        page.set_input_files("[name=katalog]", str(stick / "katalog.json"))
        page.set_input_files("[name=akar]", [str(f) for f in sorted((stick / "akar").iterdir())])
    page.fill("[name=kata]", words)
    press(page, "Tinjau")


def publish(asker, approver, name="16.03/umkm"):
    asker.goto(f"/kelola/cetak-biru/{name}")
    press(asker, "Minta diterbitkan")
    approver.goto(f"/kelola/layanan/terbit?nama={name.replace('/', '%2F')}")
    press(approver, "Setujui dan terbitkan")
    assert "Permintaan itu sudah berubah" not in approver.inner_text("main")


def test_a_service_travels_is_adapted_and_lives_through_an_upgrade(
        origin, site, desk, colleague, phone, inspector):  # noqa: F811
    tono, bayu = desk("tono"), colleague("Bayu Pratama", "bayu")
    stick, package = origin.release("1.0.0")

    # Unknown, mistyped, then known by the words of the agreement.
    hand_in(tono, package)
    assert "Belum boleh dipasang" in tono.inner_text("main")
    assert tono.get_by_role("button", name="Pasang sebagai konsep").count() == 0
    inspector.look(tono, "a package of a stranger")
    hand_in(tono, package, stick, "bada " * 12)
    assert "kata" in tono.inner_text(".galat")
    inspector.look(tono, "mistyped words")
    hand_in(tono, package, stick, origin.words)
    text = tono.inner_text("main")
    assert "Penerbitnya dikenal dari perjanjian" in text and "Yang harus diisi sendiri" in text
    inspector.look(tono, "a package that may be installed")
    assert not walk(tono), walk(tono)
    press(tono, "Pasang sebagai konsep")

    # What only this regency can say, bit by bit.
    inspector.look(tono, "local matters")
    tono.goto(BENCH)
    assert tono.get_by_role("button", name="Minta diterbitkan").count() == 0
    tono.get_by_role("link", name="Isi hal daerah").click()
    for field in tono.locator("main input[type=text]").all():
        field.fill("Peraturan Bupati Tapanuli Selatan Nomor 12 Tahun 2025")
    press(tono, "Simpan")
    assert "Tersimpan dalam konsep" in tono.inner_text("main")
    publish(tono, bayu)
    phone.goto("/layanan/surat-keterangan-usaha")
    assert "Surat keterangan usaha" in phone.inner_text("h1")

    # Adapted here, each with its reason.
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/alamat_usaha")
    tono.fill("[name=hint]", "Tulis dusun dan patokannya.")
    press(tono, "Simpan")
    assert "Tulis alasannya" in tono.inner_text("main"), "an entry of an overlay has a reason"
    tono.fill("[name=alasan]", "Di sini tidak ada RT dan RW.")
    press(tono, "Simpan")
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/nama_usaha")
    tono.fill("[name=hint]", "Seperti di papan nama.")
    tono.fill("[name=alasan]", "Warga menulis nama pemilik.")
    press(tono, "Simpan")
    publish(tono, bayu)

    # The next version: one change meets ours, another does not.
    def change(text):
        text = text.replace("patokan yang mudah dikenali.", "patokan, bila ada.", 1)
        return text.replace("Apa nama usaha Anda?", "Apa nama usahanya?", 1)
    stick, package = origin.release("1.1.0", change)
    hand_in(tono, package, stick)
    assert "Di sini versi 1.0.0" in tono.inner_text("main")
    tono.get_by_role("link", name="Lihat pembaruannya").click()
    text = tono.inner_text("main")
    assert "Pembaruan 1.0.0 ke 1.1.0" in text and "Perlu keputusan (1)" in text
    for value in ("patokan yang mudah dikenali.", "Tulis dusun dan patokannya.",
                  "patokan, bila ada."):
        assert value in text
    inspector.look(tono, "an upgrade")
    assert not walk(tono), walk(tono)
    press(tono, "Mutakhirkan sebagai konsep")
    assert "Pilih salah satu" in tono.inner_text("main"), "nothing is decided by default"
    inspector.look(tono, "an upgrade with errors")
    tono.locator("input[type=radio][value=kita]").first.check()
    tono.fill("[name=alasan]", "Di sini tidak ada RT dan RW.")
    press(tono, "Mutakhirkan sebagai konsep")
    assert "konsep" in tono.inner_text("main").lower()
    publish(tono, bayu)

    # What was adapted survived, what was not is theirs, and the same is not asked again.
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/alamat_usaha")
    assert tono.input_value("[name=hint]") == "Tulis dusun dan patokannya."
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/nama_usaha")
    assert tono.input_value("[name=hint]") == "Seperti di papan nama."
    assert tono.input_value("[name=ask]") == "Apa nama usahanya?"
    stick, package = origin.release("1.2.0", lambda text: text.replace(
        "Tentang usaha Anda", "Tentang usaha", 1))
    hand_in(tono, package, stick)
    tono.get_by_role("link", name="Lihat pembaruannya").click()
    assert "0 perlu keputusan" in tono.inner_text("main")
    inspector.has_nothing_to_say()


def test_what_is_hostile_is_refused_and_nothing_is_installed(origin, site, desk, tmp_path):
    """Changed, cut, of an older catalogue, of nobody: each with its sentence."""
    tono, rina = desk("tono"), desk("rina")
    stick, package = origin.release("1.3.0")
    whole = package.read_bytes()
    for name, bytes_ in {"cut": whole[:5000], "empty": b"", "text": b"halo",
                         "turned": whole[:9000] + bytes([whole[9000] ^ 1]) + whole[9001:]}.items():
        bad = tmp_path / f"{name}.paket"
        bad.write_bytes(bytes_)
        hand_in(tono, bad)
        assert tono.locator(".galat").count() == 1, name
    # A package that no catalogue lists, and an older catalogue after a newer one.
    hand_in(tono, package)
    assert "Belum boleh dipasang" in tono.inner_text("main") or "Di sini" in tono.inner_text("main")
    hand_in(tono, package, stick)
    older = origin.home / "tongkat1"
    hand_in(tono, package, older)
    assert tono.locator(".galat").count() == 1, "an older catalogue is a rollback"
    for path in ("/kelola/cetak-biru/pasang", f"{BENCH}/isian",
                 f"{BENCH}/pembaruan?paket={'0' * 64}"):
        assert rina.request.get(path).status == 403, path
    for path in (f"{BENCH}/pembaruan?paket={'0' * 64}", f"{BENCH}/pembaruan",
                 f"/kelola/cetak-biru/pasang/{'0' * 64}", "/kelola/cetak-biru/pasang/x"):
        assert tono.request.get(path).status == 404, path
