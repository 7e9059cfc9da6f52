"""A person asks about their data: with the receipt's link, at a counter; two officials erase."""

import json
import os

from papers import text_of
from people import WARUNG, open_case, press, send
from test_everybody_can_use_it import inspector  # noqa: F401

NAME = "Kanari Burungwati"
PERSON = {**WARUNG, "nama": NAME, "nik": "1603 0845 0590 0077", "hp": "0812-0000-5678"}


def _shot(page, name):
    folder = os.environ.get("SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def _keep(page, address, name):
    """A paper as it would be printed: one that can be read, and is kept where somebody looks."""
    paper = page.request.get(address).body()
    assert paper.startswith(b"%PDF"), address
    folder = os.environ.get("SHOTS")
    if folder:
        with open(f"{folder}/{name}.pdf", "wb") as kept:
            kept.write(paper)
    return text_of(paper)


def _record(nurul, asks):
    """A request at the counter, its case ticked."""
    nurul.goto("/kelola/data-pribadi/baru")
    nurul.check(f"[name=minta][value={asks}]")
    nurul.fill("[name=nama]", NAME)
    nurul.fill("[name=nik]", PERSON["nik"])
    nurul.check("[name=cek][value=ktp]")
    nurul.fill("[name=dokumen]", "KTP asli, foto cocok")
    press(nurul, "Simpan permintaan")
    nurul.locator("[name=perkara]").first.check()
    press(nurul, "Simpan pilihan")


def _grant(nurul, words):
    nurul.check("[name=putusan][value=kabul]")
    nurul.fill("[name=kata]", words)
    press(nurul, "Simpan putusan")


def test_a_person_asks_and_is_answered_corrected_and_erased(phone, desk, inspector):  # noqa: F811
    shown = send(phone, PERSON)
    phone.goto("/permohonan")
    phone.get_by_role("link", name="Data saya").click()
    inspector.look(phone, "my data")
    press(phone, "Kirim permintaan")
    inspector.look(phone, "my data with errors")
    phone.check("[name=minta][value=perbaikan]")
    phone.fill("[name=cerita]", "Nama saya salah tulis, yang benar Kenari Burung.")
    press(phone, "Kirim permintaan")
    assert "Permintaan Anda tercatat" in phone.inner_text("main")
    inspector.look(phone, "my data, asked")
    _shot(phone, "data-saya-360")

    nurul = desk("nurul")
    nurul.goto("/kelola/data-pribadi")
    inspector.look(nurul, "requests")
    _shot(nurul, "permintaan-daftar")
    nurul.get_by_role("link", name="Membetulkan data").first.click()
    assert "yang benar Kenari Burung" in nurul.inner_text("main")
    _grant(nurul, "Nama Anda kami betulkan.")
    inspector.look(nurul, "a granted correction")
    _shot(nurul, "permintaan-dikabulkan")
    nurul.get_by_role("link", name="Betulkan isian").click()
    nurul.get_by_label("Nama lengkap").check()
    nurul.fill("[name=isi]", "Kenari Burung")
    inspector.look(nurul, "a correction")
    press(nurul, "Simpan pembetulan")

    rina = desk("rina")
    open_case(rina, shown)
    assert f"{NAME} → Kenari Burung" in rina.inner_text("main")
    inspector.look(rina, "a corrected case")
    _shot(rina, "perkara-dibetulkan")
    phone.goto("/permohonan/data-saya")
    assert "Nama Anda kami betulkan." in phone.inner_text("main")

    _copied(nurul, inspector)
    _erased(nurul, desk("tono"), shown, inspector)
    phone.goto("/permohonan")
    assert "Kenari" not in phone.inner_text("main")
    inspector.has_nothing_to_say()


def _copied(nurul, inspector):  # noqa: F811
    _record(nurul, "akses")
    _grant(nurul, "Salinannya kami serahkan.")
    with nurul.expect_download() as kept:
        press(nurul, "Unduh untuk mesin (JSON)")
    copy = json.loads(kept.value.path().read_text(encoding="utf-8"))
    files = [file for case in copy["cases"] for file in case["files"]]
    assert files and all(file["base64"] for file in files), "what was sent is in the copy"
    address = nurul.url
    nurul.goto(address)
    press(nurul, "Buka untuk dicetak")
    inspector.look(nurul, "the copy to print")
    _shot(nurul, "salinan")


def _erased(nurul, tono, shown, inspector):  # noqa: F811
    _record(nurul, "penghapusan")
    _grant(nurul, "Data Anda kami hapus.")
    address = nurul.url.split("?")[0]
    inspector.look(nurul, "waits for a second official")
    tono.goto(address)
    inspector.look(tono, "to be approved")
    _shot(tono, "penghapusan-disetujui")
    press(tono, "Setujui dan hapus data")
    assert "Sudah dihapus" in tono.inner_text("main"), shown


def test_a_breach_runs_its_clock_and_drafts_are_made(desk, phone, inspector):  # noqa: F811
    nurul = desk("nurul")
    for name, address in (
        ("processing", "/kelola/data-pribadi/pemrosesan"), ("impact", "/kelola/data-pribadi/dampak"),
        ("destruction", "/kelola/data-pribadi/pemusnahan"),
        ("holds", "/kelola/data-pribadi/penahanan"), ("breaches", "/kelola/data-pribadi/kebocoran"),
    ):
        nurul.goto(address)
        inspector.look(nurul, name)
        _shot(nurul, name)
    press_link = nurul.get_by_role("link", name="Catat kebocoran")
    press_link.click()
    press(nurul, "Simpan dan mulai hitungan")
    inspector.look(nurul, "a breach with errors")
    nurul.fill("[name=data]", "Nama dan NIK dua puluh warga")
    nurul.fill("[name=cara]", "Laptop petugas hilang di pasar.")
    nurul.fill("[name=penanganan]", "Sandinya diganti, laptopnya dikunci dari jauh.")
    press(nurul, "Simpan dan mulai hitungan")
    assert "Sisa 72 jam" in nurul.inner_text("main")
    inspector.look(nurul, "a breach")
    _shot(nurul, "kebocoran")
    link = nurul.get_by_role("link", name="Surat untuk lembaga (PDF)").get_attribute("href")
    letter = _keep(nurul, link, "surat-lembaga")
    for words in ("Pasal 46", "Nama dan NIK dua puluh warga", "Laptop petugas hilang di pasar."):
        assert words in letter, letter
    people = nurul.get_by_role("link", name="Surat untuk pemilik data (PDF)").get_attribute("href")
    assert "Kami meminta maaf" in _keep(nurul, people, "surat-warga")
    for kind, words in (("pemrosesan", "Pasal 31"), ("dampak", "Pasal 34")):
        draft = _keep(nurul, f"/kelola/data-pribadi/{kind}.pdf", kind)
        assert words in draft and "DRAF" in draft, draft
    phone.goto("/privasi")
    inspector.look(phone, "privacy")
    _shot(phone, "privasi-360")
    phone.goto("/layanan/surat-keterangan-usaha/standar")
    assert "sejak permohonan ditutup" in phone.inner_text("main")
    _shot(phone, "standar-360")
    inspector.has_nothing_to_say()
