"""A person asks about their data: with the receipt's link, at a counter; two officials erase."""

import json
import os

from papers import text_of
from people import WARUNG, open_case, press, send
from test_everybody_can_use_it import inspector  # noqa: F401
from test_imports import HEADINGS, KOPI, bring, counted, upload, written

NAME = "Kanari Burungwati"
PERSON = {**WARUNG, "nama": NAME, "nik": "1603 0845 0590 0077", "hp": "0812-0000-5678"}

#: A grower whom a file brings into the register: no case leads to her.
SAHIRA = [
    "Sahira Contoh", "1603084505900881", "81200000881", "Penindaian", "", "0", "Talang Sahira",
    "rob", "2.250", "2012", "900", "belum",
    ";".join(f"{east} {north} 0.0 4.8" for east, north in (
        (103.71, -4.05), (103.712, -4.05), (103.712, -4.052), (103.71, -4.052), (103.71, -4.05))),
    "2026-11-20T08:15:00.000+07:00", "uuid-sahira",
]


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
    return " ".join(text_of(paper).split())


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


def _brought(zainal, register, swaps=False):
    """A grower without a case: one row of a file, once as a person and once as a plot."""
    upload(zainal, register, written([HEADINGS, SAHIRA]))
    if swaps:
        press(zainal, "Tukar lintang dan bujur")
    press(zainal, "Periksa dulu")
    assert counted(zainal) == (1, 0, 0)
    bring(zainal, 1)


def _sold(desk):
    """Sahira's coffee is weighed, and a file with her plot is made for a buyer abroad."""
    yuli, maman, weni = desk("yuli"), desk("maman"), desk("weni")
    yuli.goto(f"{KOPI}/pembeli/baru")
    yuli.fill("[name=nama]", "Contoh Rösterei")
    yuli.fill("[name=negara]", "Jerman")
    press(yuli, "Simpan catatan")
    maman.goto("/lot/baru")
    maman.fill("[name=nama]", "Petik merah untuk dijual")
    maman.check("[name=jenis][value=gelondong_merah]")
    maman.check("[name=kopi][value=robusta]")
    press(maman, "Mulai lot baru")
    code = maman.url.rsplit("/", 1)[1]
    weni.goto(f"/timbang?lot={code}")
    weni.fill("[name=cari]", SAHIRA[1])
    press(weni, "Cari petani")
    weni.locator("main a", has_text=SAHIRA[0]).first.click()
    weni.check(f"[name=lot][value='{code}']")
    weni.fill("[name=berat]", "100")
    weni.fill("[name=harga]", "12.000")
    press(weni, "Simpan timbangan")
    slip = weni.url
    maman.goto(f"/lot/{code}/pembeli")
    maman.select_option("[name=pembeli]", label="Contoh Rösterei")
    press(maman, "Lihat kebunnya")
    maman.locator("a[href*='/izin?']").click()
    maman.locator("[name=petani]").first.check()
    maman.check("[name=cara][value=signed_paper]")
    press(maman, "Catat persetujuan")
    press(maman, "Buat berkas")
    return code, slip


def test_a_grower_without_a_case_asks_and_is_erased(desk, visitors, inspector):  # noqa: F811
    zainal = desk("zainal")
    _brought(zainal, "petani")
    _brought(zainal, "kebun", swaps=True)
    batch = zainal.url
    code, slip = _sold(desk)
    nurul, tono = desk("nurul"), desk("tono")

    _asks(nurul, "akses", inspector)
    text = nurul.inner_text("main")
    for words in (
        "Catatan register: Daftar petani kopi", "Catatan register: Daftar kebun kopi",
        "untuk pembeli Contoh Rösterei", "Wajib disimpan", "2023/1115",
        "5 tahun sejak catatan diakhiri", "Tugas pelayanan publik",
    ):
        assert words in text, words
    assert "Talang Sahira" not in text, "what it says is not shown"
    inspector.look(nurul, "what is kept of a grower")
    _shot(nurul, "petani-akses")
    _grant(nurul, "Salinannya kami serahkan.")
    address = nurul.url
    press(nurul, "Buka untuk dicetak")
    for words in (SAHIRA[0], SAHIRA[1], "Talang Sahira", "Contoh Rösterei"):
        assert words in nurul.inner_text("main"), words
    inspector.look(nurul, "the copy of a grower")
    _shot(nurul, "petani-salinan")
    nurul.goto(address)

    _asks(nurul, "penghapusan", inspector)
    assert "1 setoran kopi tetap tercatat dengan berat dan harganya, tanpa nama" in \
        nurul.inner_text("main")
    inspector.look(nurul, "an erasure of a grower")
    _shot(nurul, "petani-hapus")
    _grant(nurul, "Data Anda kami hapus, kecuali yang wajib disimpan.")
    tono.goto(nurul.url.split("?")[0])
    press(tono, "Setujui dan hapus data")
    text = tono.inner_text("main")
    assert "Dihapus: 2 catatan register, 1 persetujuan." in text, text
    assert "Tetap disimpan: untuk pembeli Contoh Rösterei" in text, text
    assert "Wajib disimpan sampai" in text, text
    inspector.look(tono, "a grower erased, a file kept")
    _shot(tono, "petani-dihapus")
    _gone(zainal, desk("weni"), desk("maman"), batch, (code, slip))
    inspector.has_nothing_to_say()


def _asks(nurul, asks, inspector):  # noqa: F811
    nurul.goto("/kelola/data-pribadi/baru")
    nurul.check(f"[name=minta][value={asks}]")
    nurul.fill("[name=nama]", SAHIRA[0])
    nurul.fill("[name=nik]", SAHIRA[1])
    nurul.check("[name=cek][value=ktp]")
    nurul.fill("[name=dokumen]", "KTP asli, foto cocok")
    press(nurul, "Simpan permintaan")
    inspector.look(nurul, "the data of a grower to be ticked")
    _shot(nurul, "petani-pilih")
    for box in nurul.locator("[name=perkara]").all():
        box.check()
    press(nurul, "Simpan pilihan")


def _gone(zainal, weni, maman, batch, sale):
    """No register, no list, no paper names her; weight and price are still there."""
    code, slip = sale
    for register in ("petani", "kebun"):
        zainal.goto(f"{KOPI}/{register}")
        zainal.fill("[name=cari]", SAHIRA[1])
        press(zainal, "Cari")
        assert "Tidak ada catatan dengan nomor itu" in zainal.inner_text("main")
    zainal.goto(batch)
    press(zainal, "Batalkan bawaan ini")
    assert "Sahira" not in zainal.inner_text("main")
    zainal.goto(batch.replace("/hasil", "/periksa"))
    assert "Sahira" not in zainal.content(), "the file that waited is forgotten"
    weni.goto("/timbang")
    weni.fill("[name=cari]", "sahira")
    press(weni, "Cari petani")
    assert SAHIRA[0] not in weni.inner_text("main")
    weni.goto(slip)
    assert "Sahira" not in weni.content()
    maman.goto(f"/lot/{code}")
    assert "100" in maman.inner_text("main") and "Sahira" not in maman.content()
    maman.goto(f"/lot/{code}/pembeli")
    maman.select_option("[name=pembeli]", label="Contoh Rösterei")
    press(maman, "Lihat kebunnya")
    # Left out with its weight, not forgotten: the file must not look complete without it.
    assert "Petaninya tidak ada di daftar" in maman.inner_text("main")
