"""A clerk with a paper form and a browser: from the scan to the letter, nothing else touched."""

import re
import urllib.parse

import pytest
from checks import walk
from conftest import new_site
from papers import JPEG, file, text_of
from people import do, fill_until, number, open_case, press, send_on, start
from test_everybody_can_use_it import inspector  # noqa: F401
from test_workshop import colleague, preview, thing  # noqa: F401

BENCH = "/kelola/cetak-biru/16.03/layanan-pemakaman"
SERVICE = "service/surat-keterangan-pemakaman"

#: The form as it lies at the counter; its people are invented.
FORM = """<!doctype html><meta charset=utf-8><body style="font:15px serif;width:720px;padding:48px;
background:#f4f1e8;transform:rotate(.7deg)"><h2 style="text-align:center">PEMERINTAH KABUPATEN MUARA
ENIM<br>BADAN KESATUAN BANGSA DAN POLITIK</h2><h3 style="text-align:center"><u>PERMOHONAN SURAT
KETERANGAN PEMAKAMAN</u></h3><ol style="line-height:2.4"><li>Nama almarhum: ........................
<li>Hubungan dengan almarhum: &#9744; anak &#9744; suami/istri &#9744; lainnya: ...........<li>Tanggal
meninggal: ..../..../........<li>Tempat pemakaman: ........................<li>Lampiran: foto surat
kematian dari rumah sakit atau kepala desa</ol><p>Selesai dalam 3 (tiga) hari kerja, tidak dipungut
biaya.<p style="text-align:right">Muara Enim, .................. 20...<br><br><br>( ............... )
"""

#: What the paper asks: the words, the kind, and whatever belongs to it.
QUESTIONS = [
    {"ask": "Siapa nama almarhum?", "type": "nama orang", "en": "Who has died?"},
    {"ask": "Apa hubungan Anda dengan almarhum?", "type": "satu dari beberapa pilihan",
     "options": "Anak\nSuami atau istri\nLainnya", "en": "How are you related?",
     "labels": ["Child", "Husband or wife", "Other"]},
    {"ask": "Hubungan yang mana?", "type": "satu baris teks", "en": "Which relation?",
     "when": 'Bila "Apa hubungan Anda dengan almarhum?" dijawab "Lainnya"'},
    {"ask": "Kapan almarhum meninggal?", "type": "tanggal", "en": "When did they die?"},
    {"ask": "Di mana dimakamkan?", "type": "satu baris teks", "en": "Where is the grave?"},
    {"ask": "Foto surat kematian", "type": "foto", "en": "Photo of the death certificate"},
]

STANDARD = {
    "requirements": "KTP pemohon\nFoto surat kematian",
    "procedure": "Isi permohonan lewat ponsel.\nPetugas memeriksa berkas.\nKepala badan "
                 "menandatangani surat.",
    "time": "3 hari kerja", "fee": "0", "product": "Surat keterangan pemakaman.",
    "complaints": "Sampaikan di loket atau lewat SP4N-LAPOR! di lapor.go.id.",
    "legal_basis": "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "facilities": "Ruang tunggu dan kursi prioritas.",
    "competence": "Petugas memahami tata naskah dinas.",
    "supervision": "Sekretaris badan memeriksa setiap minggu.",
    "staff": "Satu petugas dan satu penanda tangan.",
    "guarantee": "Bila janji waktu lewat, Anda diberi tahu sebabnya.",
    "safety": "Data Anda disandikan.",
    "evaluation": "Hasil survei dibahas setiap bulan.",
}

ANSWERS = {
    "nama": "Siti Aminah", "nik": "1603 0845 0590 0001", "hp": "0812-0000-0001", "kabar": "wa",
    "siapa_nama_almarhum": "Karto Suwito", "apa_hubungan_anda_dengan": "lainnya",
    "hubungan_yang_mana": "Cucu", "kapan_almarhum_meninggal": (3, 11, 2026),
    "di_mana_dimakamkan": "TPU Kebun Jeruk", "foto_surat_kematian": JPEG,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    yield from new_site(tmp_path_factory.mktemp("juru-tulis") / "contoh")


def scan(chromium):
    """A photo of the paper, a little askew, as a phone takes it."""
    page = chromium.new_page(viewport={"width": 830, "height": 1170})
    page.set_content(FORM)
    picture = page.screenshot(type="jpeg", quality=70)
    page.close()
    return file("formulir.jpg", "image/jpeg", picture)


def slot_of(page):
    return urllib.parse.parse_qs(urllib.parse.urlparse(page.url).query)["di"][0]


def add(page, at, link, fields):
    """Adds a thing where it belongs, by the labels that its form has; its slot."""
    page.goto(BENCH if at is None else thing(at, BENCH))
    page.get_by_role("link", name=link, exact=True).click()
    for name, value in fields.items():
        fill(page, name, value)
    press(page, "Simpan")
    assert "/bagian?" in page.url, page.inner_text("main")
    return slot_of(page)


def fill(page, name, value):
    field = page.locator(f"main form [name='{name}']")
    kind = field.first.evaluate("e => e.tagName + ' ' + (e.type || '')").lower()
    if kind.startswith("select"):
        field.select_option(label=value)
    elif "radio" in kind:
        page.locator("label", has_text=value).first.click()
    else:
        field.fill(value)


def change(page, slot, fields):
    page.goto(thing(slot, BENCH))
    for name, value in fields.items():
        fill(page, name, value)
    press(page, "Simpan")
    assert not page.locator(".galat").count(), page.inner_text("main")


def english(page, slot, fields):
    page.goto(thing(slot, BENCH))
    page.locator("summary", has_text="Bahasa Inggris").click()
    for name, value in fields.items():
        page.fill(f"[name='{name}']", value)
    press(page, "Simpan bahasa Inggris")


def begin(tono, chromium, inspector):  # noqa: F811
    """A blueprint from a blank page, with the paper beside it and a service in it."""
    tono.goto("/kelola/cetak-biru")
    tono.get_by_role("link", name="Buat cetak biru baru").click()
    tono.fill("[name=judul]", "Layanan pemakaman")
    tono.locator("input[name=dari]").first.check()
    press(tono, "Buat")
    tono.get_by_role("link", name="Formulir kertas").click()
    press(tono, "Taruh di samping isian")
    assert "Pilih berkasnya" in tono.inner_text(".galat")
    tono.set_input_files("[name=lembar]", file("x.jpg", "image/jpeg", b"bukan gambar"))
    press(tono, "Taruh di samping isian")
    assert "tidak bisa dibuka" in tono.inner_text(".galat")
    tono.set_input_files("[name=lembar]", scan(chromium))
    press(tono, "Taruh di samping isian")
    inspector.look(tono, "the paper form")
    service = add(tono, None, "Tambah layanan", {
        "title": "Surat keterangan pemakaman", "owner": "kesbangpol",
        "purpose": "Bukti tempat dan waktu pemakaman.",
    })
    assert service == SERVICE
    tono.locator("summary", has_text="Formulir kertas").click()
    width = tono.locator("img.lembar").evaluate("e => e.naturalWidth")
    assert width > 700, "the scan is shown beside the editor"
    inspector.look(tono, "a service beside its paper form")


def ask(tono):
    """Every question of the paper, in its order, seen on the phone beside."""
    page = f"{SERVICE}/page/isi"
    for question in QUESTIONS:
        fields = {key: question[key] for key in ("ask", "type", "when", "options")
                  if key in question}
        question["slot"] = add(tono, page, "Tambah pertanyaan", fields)
    tono.goto(thing(page, BENCH))
    press(tono, "Hapus: Untuk keperluan apa?")
    tono.goto(thing(QUESTIONS[1]["slot"], BENCH))
    assert tono.locator(".ponsel iframe").evaluate("e => e.clientWidth") == 360
    assert "Suami atau istri" in preview(tono)


def make_way(tono):
    """Two steps, each promised within working days, and the letter at the end."""
    letter = add(tono, None, "Tambah surat", {
        "title": "Surat keterangan pemakaman", "layout": "judul dan nomor di tengah",
        "paper": "215 x 330 mm", "classification": "400.12",
        "number": "{klasifikasi}/{urut:3}/{unit}/{tahun}", "signer": "kepala-badan",
        "shows": "Almarhum: siapa_nama_almarhum",
    })
    add(tono, letter, "Tambah bagian surat", {
        "text": "Yang bertanda tangan di bawah ini, pimpinan {unit}, menerangkan bahwa "
                "{siapa_nama_almarhum} meninggal pada {kapan_almarhum_meninggal} dan dimakamkan "
                "di {di_mana_dimakamkan}."})
    add(tono, letter, "Tambah bagian surat", {
        "text": "Surat ini dibuat atas permohonan {nama}."})
    step = add(tono, SERVICE, "Tambah langkah", {
        "title": "Tanda tangani surat", "stage": "permohonan sedang diproses",
        "by": "kepala-badan", "within": "1 hari kerja"})
    add(tono, step, "Tambah tindakan", {
        "label": "Tanda tangani dan terbitkan", "to": "Selesai",
        "letter": "Surat keterangan pemakaman", "notify": "Selesai"})
    change(tono, f"{SERVICE}/action/selesai", {
        "label": "Berkas lengkap", "to": "Tanda tangani surat", "notify": "Tidak dikabari"})
    change(tono, f"{SERVICE}/step/periksa", {"within": "2 hari kerja"})
    change(tono, f"{SERVICE}/notice/selesai", {
        "text": "Surat pemakaman {nomor} sudah jadi. Unduh lewat {tautan}."})


def translate(tono):
    for question in QUESTIONS:
        labels = dict(zip(("anak", "suami_atau_istri", "lainnya"), question.get("labels", [])))
        english(tono, question["slot"], {
            "en-ask": question["en"],
            **{f"en-label.{option}": words for option, words in labels.items()}})
    english(tono, SERVICE, {"en-title": "Burial certificate",
                            "en-purpose": "Proof of where and when somebody was buried."})


def record_example(tono):
    """A trial case becomes a worked example."""
    tono.goto(thing(SERVICE, BENCH))
    tono.get_by_role("link", name="Coba satu permohonan").click()
    for name, value in {
            "kirim": "2026-11-23 09.00", "jawab-siapa_nama_almarhum": "Karto Suwito",
            "jawab-kapan_almarhum_meninggal": "3-11-2026",
            "jawab-di_mana_dimakamkan": "TPU Kebun Jeruk", "waktu-1": "2026-11-23 10.00",
            "waktu-2": "2026-11-23 13.00", "waktu-3": "2026-11-24 09.00",
            "judul": "Lengkap, selesai tepat waktu"}.items():
        tono.fill(f"[name='{name}']", value)
    tono.select_option("[name=jawab-apa_hubungan_anda_dengan]", label="Anak")
    for field, deed in [("lalu-1", "Periksa permohonan: Berkas lengkap"),
                        ("lalu-2", "Tanda tangani surat: Tanda tangani dan terbitkan"),
                        ("lalu-3", "Surat bertanda tangan masuk")]:
        tono.select_option(f"[name={field}]", label=deed)
    press(tono, "Jalankan")
    assert "Berakhir: selesai" in tono.inner_text("main")
    press(tono, "Simpan sebagai contoh")


def test_a_clerk_makes_a_service_from_paper_and_a_letter_comes_of_it(
        site, desk, colleague, visitors, phone, chromium, inspector):  # noqa: F811
    tono = desk("tono")
    begin(tono, chromium, inspector)
    tono.goto(BENCH)
    assert "perlu diperbaiki" in tono.inner_text("main"), "what is open is listed"
    ask(tono)
    make_way(tono)
    change(tono, f"{SERVICE}/standard", STANDARD)
    inspector.look(tono, "the standard of a service")
    translate(tono)
    record_example(tono)

    # A mistake is seen where it is, in plain words, and mended there.
    tono.goto(thing(f"{SERVICE}/page/isi", BENCH))
    press(tono, "Hapus: Di mana dimakamkan?")
    tono.goto(BENCH)
    assert "di_mana_dimakamkan" in tono.inner_text(".kabar-bahaya")
    tono.locator(".kabar-bahaya a").first.click()
    assert tono.locator(".kabar-bahaya li").count() >= 1
    tono.goto(BENCH)
    press(tono, "Batalkan yang terakhir")
    tono.goto(BENCH)
    text = tono.inner_text("main")
    assert "1 dari 1 contoh keluar seperti yang tertulis" in text, text
    inspector.look(tono, "a service that is ready")
    assert not walk(tono), walk(tono)
    tono.get_by_text("Tautan untuk ditinjau orang lain").click()
    phone.goto(tono.locator("a[href*='/tinjau/']").get_attribute("href"))
    phone.get_by_role("link", name="Surat keterangan pemakaman").click()
    assert "nama lengkap" in phone.inner_text("main")

    press(tono, "Minta diterbitkan")
    bayu = colleague("Bayu Pratama", "bayu")
    bayu.goto("/kelola/layanan/terbit?nama=16.03%2Flayanan-pemakaman")
    assert "Surat keterangan pemakaman" in bayu.inner_text("main")
    press(bayu, "Setujui dan terbitkan")
    assert (site.folder / "blueprints/16.03/layanan-pemakaman/blueprint.yaml").exists()

    phone.goto("/en/layanan/surat-keterangan-pemakaman")
    assert "Burial certificate" in phone.inner_text("main")
    start(phone, "surat-keterangan-pemakaman")
    fill_until(phone, "/periksa", ANSWERS)
    assert "Cucu" in phone.inner_text("main"), "the question behind the condition was asked"
    phone.check("[name=benar]")
    press(phone, "Kirim permohonan")
    shown = number(phone)
    lina, bambang = desk("lina"), desk("bambang")
    open_case(lina, shown)
    press(lina, "Ambil")
    do(lina, shown, "Berkas lengkap")
    do(bambang, shown, "Tanda tangani dan terbitkan")
    paper = bambang.request.get(
        bambang.get_by_role("link", name="Cetak").first.get_attribute("href"))
    words = re.sub(r"\s+", " ", text_of(paper.body()))
    assert "SURAT KETERANGAN PEMAKAMAN" in words and "KONSEP" not in words
    assert "Karto Suwito meninggal pada 3 November 2026 dan dimakamkan di TPU Kebun Jeruk" in words
    assert re.search(r"400\.12/001/BKBP/20\d\d", words), words
    bambang.get_by_role("link", name="pindai").first.click()
    bambang.set_input_files("[name=pindaian]", JPEG)
    send_on(bambang)
    phone.goto(f"/lacak/{shown.replace('-', '')}")
    assert "Selesai" in phone.inner_text("main")

    # The paper is taken away; it was never part of what is published.
    tono.goto(f"{BENCH}/lembar")
    press(tono, "Buang lembar ini")
    assert tono.request.get(f"{BENCH}/lembar.bin").status == 404
    inspector.has_nothing_to_say()
