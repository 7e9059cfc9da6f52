"""An improvement goes back: ticked at the replica, signed, read and taken by the origin."""

import re

import pytest
from checks import walk
from conftest import new_site, run, said
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401
from test_exchange import publish
from test_workshop import colleague  # noqa: F401

BENCH = "/kelola/cetak-biru/16.03/umkm"
SERVICE = "service/surat-keterangan-usaha"
INBOX = "/kelola/cetak-biru/usulan"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Muara Enim, which publishes the blueprint."""
    yield from new_site(tmp_path_factory.mktemp("asal") / "kab")


@pytest.fixture(scope="module")
def replica(tmp_path_factory):
    """Tapanuli Selatan, which has it from there, with keys of its own."""
    def make(folder):
        run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
            "--demo")
    for made in new_site(tmp_path_factory.mktemp("tapsel") / "kab", make=make):
        keys = made.folder.parent / "kunci"
        run("keys", "working", str(keys / "katalog"))
        public = said("keys", "working", str(keys / "kerja"), "--evidence").split("umum: ")[1]
        catalogue_key = next((keys / "katalog").iterdir())
        shown = said("keys", "root", str(keys / "usb"), "--dir", str(made.folder),
                     "--catalogue-key", str(catalogue_key))
        made.words = " ".join(re.findall(r"\d+\. ([a-z]{4})\b", shown))
        run("catalogue", "sign", "--key", str(catalogue_key), "--dir", str(made.folder),
            "--working-key", public.strip())
        made.key = next((keys / "kerja").iterdir())
        made.exchange = made.folder / "pertukaran"
        yield made


@pytest.fixture
def there(replica, chromium):
    """A manager of the replica at a desk."""
    context = chromium.new_context(
        base_url=replica.base, viewport={"width": 1280, "height": 800}, locale="id-ID",
        accept_downloads=True)
    context.set_default_timeout(20000)
    page = context.new_page()
    replica.officials["tono"].sign_in(page)
    yield page
    context.close()


def adapt(page, slot, field, text, reason):
    page.goto(f"{BENCH}/bagian?di={slot}")
    page.fill(f"[name={field}]", text)
    page.fill("[name=alasan]", reason)
    press(page, "Simpan")


def hand_in(page, file, replica=None):
    page.goto(INBOX)
    page.set_input_files("[name=usulan]", str(file))
    if replica:
        page.set_input_files("[name=katalog]", str(replica.exchange / "katalog.json"))
        page.set_input_files(
            "[name=akar]", [str(f) for f in sorted((replica.exchange / "akar").iterdir())])
        page.fill("[name=kata]", replica.words)
    press(page, "Baca usulan")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return tmp_path_factory.mktemp("usulan")


def test_what_was_adapted_is_offered_and_nothing_local(there, replica, files, inspector):  # noqa: F811
    there.goto(f"{BENCH}/usulan")
    assert "Belum ada penyesuaian" in there.inner_text("main")
    adapt(there, SERVICE, "title", "Surat keterangan dagang", "Warga mengenalnya begitu.")
    adapt(there, f"{SERVICE}/question/nama_usaha", "hint", "Seperti di papan nama.",
          "Warga menulis nama pemilik.")
    adapt(there, f"{SERVICE}/question/alamat_usaha", "hint", "Tulis dusun.", "Tidak ada RT.")
    there.goto(BENCH)
    text = there.inner_text("main")
    assert "Asal-usul" in text and "16.03/umkm 1.0.0" in text
    there.get_by_role("link", name="Usulkan ke kabupaten asal").click()
    assert there.locator("main input[type=checkbox]").count() == 3
    assert "Perbup" not in there.inner_text("main")
    inspector.look(there, "what may be proposed")
    press(there, "Buat berkas usulan")
    assert there.locator(".galat").count() == 1
    inspector.look(there, "nothing is proposed")
    for box in ("title", "nama_usaha/hint", "alamat_usaha/hint"):
        there.locator(f"input[type=checkbox][value$='{box}']").check()
    with there.expect_download() as coming:
        press(there, "Buat berkas usulan")
    unsigned = files / "tanpa.json"
    coming.value.save_as(unsigned)
    assert coming.value.suggested_filename.startswith("usulan-12.03-16.03.umkm-1.0.0")
    run("proposal", "sign", str(unsigned), "--key", str(replica.key), "--out",
        str(files / "usulan.json"))
    inspector.has_nothing_to_say()


def test_the_origin_reads_it_takes_part_of_it_and_says_thanks(
        site, replica, files, desk, colleague, phone, inspector):  # noqa: F811
    tono, bayu = desk("tono"), colleague("Bayu Pratama", "bayu")
    # We have changed one of the three in the meantime.
    tono.goto(f"{BENCH}/bagian?di={SERVICE}/question/alamat_usaha")
    tono.fill("[name=hint]", "Tulis jalan dan nomor.")
    if tono.locator("[name=alasan]").count():
        tono.fill("[name=alasan]", "Agar kurir menemukannya.")
    press(tono, "Simpan")

    tono.goto("/kelola/cetak-biru")
    tono.get_by_role("link", name="Usulan dari kabupaten lain").click()
    assert "Belum ada usulan" in tono.inner_text("main")
    inspector.look(tono, "no proposals")
    press(tono, "Baca usulan")
    assert tono.locator(".galat").count() == 1
    hand_in(tono, files / "tanpa.json")
    assert tono.locator(".galat").count() == 1, "it is not signed"
    hand_in(tono, files / "usulan.json")
    assert "Penandatangan belum dikenal" in tono.inner_text("main")
    inspector.look(tono, "a proposal of a stranger")
    hand_in(tono, files / "usulan.json", replica)
    text = tono.inner_text("main")
    assert "Ditandatangani kunci kerja 12.03" in text
    assert "Kabupaten Tapanuli Selatan" in text and "Warga mengenalnya begitu." in text
    assert "Bentrok" in text and "Tulis jalan dan nomor." in text
    assert text.count("Bisa langsung diambil") == 2
    inspector.look(tono, "a proposal")
    assert not walk(tono), walk(tono)
    address = tono.url

    tono.goto(INBOX)
    assert tono.locator("main table tbody tr").count() == 1, "the same proposal is known"
    inspector.look(tono, "a list of proposals")

    tono.goto(address)
    press(tono, "Ambil yang dicentang ke konsep")
    assert tono.locator(".galat").count() == 1
    tono.fill("[name=alasan]", "Lebih jelas bagi warga.")
    press(tono, "Ambil yang dicentang ke konsep")
    assert "Belum ada yang dicentang" in tono.inner_text("main")
    inspector.look(tono, "nothing is ticked")
    for name in ("Surat keterangan dagang", "Seperti di papan nama."):
        tono.locator(".putusan", has_text=name).locator("input[type=checkbox]").check()
    press(tono, "Ambil yang dicentang ke konsep")
    text = tono.inner_text("main")
    assert "Terima kasih" in text and "2 usulan masuk di versi 1.1.0" in text
    inspector.look(tono, "thanks on a blueprint")
    publish(tono, bayu)
    phone.goto("/layanan/surat-keterangan-usaha")
    assert "Surat keterangan dagang" in phone.inner_text("h1")

    tono.goto(address)
    text = tono.inner_text("main")
    assert "2 diambil, 1 tidak" in text and "Lebih jelas bagi warga." in text
    assert text.count("Sudah sama di sini") == 2
    inspector.has_nothing_to_say()


def test_a_proposal_is_for_managers_and_only_for_what_is_published_here(
        site, replica, there, files, desk):
    rina, tono = desk("rina"), desk("tono")
    for path in (INBOX, f"{INBOX}/{'0' * 64}", f"{BENCH}/usulan"):
        assert rina.request.get(path).status == 403, path
    for path in (f"{INBOX}/{'0' * 64}", f"{INBOX}/x", f"{BENCH}/usulan"):
        assert tono.request.get(path).status == 404, path
    hand_in(there, files / "usulan.json")
    assert "tidak diterbitkan di sini" in there.inner_text("main")
    for name, content in {"kosong": b"", "halo": b"halo", "json": b"{}"}.items():
        bad = files / name
        bad.write_bytes(content)
        hand_in(tono, bad)
        assert tono.locator(".galat").count() == 1, name
