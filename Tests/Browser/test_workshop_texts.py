"""The workshop's other side: English, worked examples, letters on paper, the folder on disk."""

import re
import subprocess

import pytest
from checks import walk
from conftest import new_site, run
from papers import text_of
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401
from test_exchange import Origin, hand_in
from test_workshop import BENCH, SERVICE, colleague, published, thing  # noqa: F401

LONG = "Keterangan ini dibuat dengan sebenarnya dan dapat dipertanggungjawabkan. " * 60


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency of its own: what is published here is met by no other test."""
    yield from new_site(tmp_path_factory.mktemp("bengkel-teks") / "contoh")


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    return Origin(tmp_path_factory.mktemp("asal"))


def open_fold(page, words):
    page.locator("summary", has_text=words).first.click()


def throw_away(page, bench=BENCH):
    page.goto(bench)
    press(page, "Buang konsep")


def reword(page, slot, field, words, bench=BENCH):
    page.goto(thing(slot, bench))
    page.fill(f"[name='{field}']", words)
    press(page, "Simpan")


def test_english_is_written_beside_the_words_it_is_of(desk, colleague, inspector):  # noqa: F811
    """A reworded question has English of other words until somebody looks; new words have none."""
    tono = desk("tono")
    question = f"{SERVICE}/question/nama_usaha"
    tono.goto(BENCH)
    assert "Semua teks ada dalam bahasa Inggris" in tono.inner_text("main")
    reword(tono, question, "ask", "Apa nama tempat usaha Anda?")
    open_fold(tono, "Bahasa Inggris (1 belum beres)")
    assert tono.input_value("[name='en-ask']") == "What is your business called?"
    assert "Perlu diperiksa" in tono.inner_text("#bahasa-inggris")
    inspector.look(tono, "English that is stale")
    assert not walk(tono), walk(tono)
    tono.goto(BENCH)
    assert "0 teks belum ada, 1 perlu diperiksa" in tono.inner_text("main")
    tono.get_by_role("link", name="1 perlu diperiksa").click()
    inspector.look(tono, "what English is missing")
    tono.get_by_role("link", name="Apa nama tempat usaha Anda?").click()

    # Two at once: whoever comes second sees what the first wrote.
    citra = colleague("Citra Dewi", "citra")
    citra.goto(thing(question))
    open_fold(tono, "Bahasa Inggris")
    tono.fill("[name='en-ask']", "What is your shop called?")
    press(tono, "Simpan bahasa Inggris")
    open_fold(citra, "Bahasa Inggris")
    citra.fill("[name='en-ask']", "What is its name?")
    press(citra, "Simpan bahasa Inggris")
    assert 'menjadi "What is your shop called?"' in citra.inner_text("#bahasa-inggris")
    open_fold(tono, "Bahasa Inggris")
    assert tono.input_value("[name='en-ask']") == "What is your shop called?"
    assert "Perlu diperiksa" not in tono.inner_text("main")

    # What still fits is only ticked; a line of a list keeps its English where it goes.
    reword(tono, f"{SERVICE}/page/usaha", "title", "Tentang usaha Anda ini")
    open_fold(tono, "Bahasa Inggris (1 belum beres)")
    tono.get_by_label("Masih cocok", exact=True).check()
    press(tono, "Simpan bahasa Inggris")
    assert tono.get_by_text("Bahasa Inggris (1").count() == 0
    tono.goto(thing(f"{SERVICE}/standard"))
    lines = tono.input_value("[name=requirements]")
    tono.fill("[name=requirements]", "Kartu keluarga\n" + lines)
    press(tono, "Simpan")
    open_fold(tono, "Bahasa Inggris (1 belum beres)")
    assert tono.input_value("[name='en-requirements.0']") == ""
    assert tono.input_value("[name='en-requirements.1']") == "Identity card (KTP)"
    tono.fill("[name='en-requirements.0']", "Family card (KK)")
    press(tono, "Simpan bahasa Inggris")
    tono.goto(BENCH)
    text = tono.inner_text("main")
    assert "Semua teks ada dalam bahasa Inggris" in text
    assert "Terjemahan Inggris untuk" in text and "What is your shop called?" in text
    throw_away(tono)
    inspector.has_nothing_to_say()


def test_an_example_is_changed_and_says_why_it_fails(desk, inspector):  # noqa: F811
    """Answers and acts on one page; a broken promise is named, recorded anew, or taken back."""
    tono = desk("tono")
    example = "example/kurang-foto"
    tono.goto(thing(example))
    inspector.look(tono, "an example")
    tono.get_by_role("link", name="Ubah contoh ini").click()
    inspector.look(tono, "an example that is changed")
    assert tono.input_value("[name=jawab-nama_usaha]") == "Kopi Bukit Serelo"
    assert tono.input_value("[name=isi-2]") == "foto_ktp: ktp-baru.jpg"
    tono.fill("[name=jawab-nama_usaha]", "Kopi Bukit Baru")
    tono.fill("[name=catatan-1]", "Foto KTP terpotong.")
    press(tono, "Jalankan")
    assert "Ada di langkah: periksa" in tono.inner_text("main")
    press(tono, "Simpan contoh ini")
    tono.goto(BENCH)
    text = tono.inner_text("main")
    assert "4 dari 4 contoh keluar seperti yang tertulis" in text
    assert "overlay" not in text and "Bagian example" not in text
    throw_away(tono)

    reword(tono, f"{SERVICE}/standard", "time", "3 hari kerja")
    reword(tono, f"{SERVICE}/step/periksa", "within", "2 hari kerja")
    tono.goto(BENCH)
    assert tono.get_by_role("button", name="Minta diterbitkan").count() == 0
    tono.locator(".kabar-bahaya").get_by_role("link", name="Lihat sebabnya").first.click()
    text = tono.inner_text("main")
    assert "gagal karena perubahan dalam konsep ini" in text and "2 hari kerja menjadi 3" in text
    inspector.look(tono, "why an example fails")
    assert not walk(tono), walk(tono)
    press(tono, "Catat sebagai hasil yang baru")
    assert "keluar seperti yang tertulis" in tono.inner_text("main")
    tono.goto(BENCH)
    assert re.search(r"menjadi 2026-\d\d-\d\d", tono.inner_text("main"))
    press(tono, "Batalkan yang terakhir")
    tono.locator(".kabar-bahaya").get_by_role("link", name="Lihat sebabnya").first.click()
    press(tono, "Batalkan perubahan ini")
    assert "keluar seperti yang tertulis" in tono.inner_text("main")
    throw_away(tono)
    inspector.has_nothing_to_say()


def test_a_letter_that_outgrows_its_paper_is_told_where_it_stands(desk, inspector):  # noqa: F811
    """The print of a draft says so on every page, and never carries a number."""
    tono = desk("tono")
    tono.goto(thing("letter/keterangan"))
    inspector.look(tono, "a letter")
    assert "1 halaman (PDF)" in tono.inner_text("main")
    link = tono.get_by_role("link", name="halaman (PDF)").first.get_attribute("href")
    answer = tono.request.get(link)
    assert answer.headers["content-type"] == "application/pdf"
    words = text_of(answer.body())
    assert "SURAT KETERANGAN USAHA" in words and "DATA CONTOH" in words
    assert "benar mempunyai usaha" in words and "500.3/" not in words

    block = "letter/keterangan/block/penutup"
    reword(tono, block, "text", LONG)
    tono.goto(thing(block))
    assert "menjadi 2 halaman" in tono.inner_text("main"), "at the part"
    tono.goto(thing("letter/keterangan"))
    assert "menjadi 2 halaman" in tono.inner_text("main"), "at the letter"
    inspector.look(tono, "a letter of two pages")
    words = text_of(tono.request.get(link).body())
    assert words.count("\f") == 2 and words.count("DATA CONTOH") == 2
    tono.goto(BENCH)
    assert tono.get_by_role("button", name="Minta diterbitkan").count() == 1, "it may be meant"
    link = tono.locator("main a", has_text="menjadi 2 halaman").first
    if not link.is_visible():
        open_fold(tono, "saran")
    link.click()
    assert "letter%2Fketerangan" in tono.url
    for path in [f"{BENCH}/surat.pdf", f"{BENCH}/surat.pdf?di=letter/tidak-ada",
                 f"{BENCH}/surat.pdf?di={SERVICE}",
                 f"{BENCH}/surat.pdf?di=letter/keterangan&contoh=tidak-ada",
                 f"{BENCH}/coba?contoh=tidak-ada", f"{BENCH}/sebab?contoh=tidak-ada",
                 f"{BENCH}/sebab", f"{BENCH}/lembar.bin"]:
        assert tono.request.get(path).status == 404, path
    throw_away(tono)
    inspector.has_nothing_to_say()


def approve(page, name="16.03/umkm"):
    page.goto(f"/kelola/layanan/terbit?nama={name.replace('/', '%2F')}")
    press(page, "Setujui dan terbitkan")


def doctor(site):
    from conftest import _binary, _surroundings
    return subprocess.run([_binary(), "doctor", str(site.folder)], env=_surroundings(),
                          stdout=subprocess.PIPE, text=True).stdout


def test_publishing_brings_the_folder_up_unless_somebody_wrote_in_it(
        site, desk, colleague, inspector):  # noqa: F811
    """The files on disk are what is in force; another's changes in them are left alone."""
    tono, bayu = desk("tono"), colleague("Bayu Pratama", "bayu")
    folder = site.folder / "blueprints/16.03/umkm"
    service = folder / "services/surat-keterangan-usaha.yaml"
    (folder / "BACA.md").write_text("Catatan kantor.\n")
    reword(tono, f"{SERVICE}/question/nama_usaha", "ask", "Apa nama warung Anda?")
    tono.goto(BENCH)
    press(tono, "Minta diterbitkan")
    approve(bayu)
    assert "Folder kabupaten berisi yang berlaku" in bayu.inner_text("main")
    inspector.look(bayu, "published, the folder brought up")
    assert "ask: Apa nama warung Anda?" in service.read_text()
    assert service.read_text() == published(tono, "services/surat-keterangan-usaha.yaml")
    assert (folder / "BACA.md").read_text() == "Catatan kantor.\n"
    assert "Folder 16.03" not in doctor(site)

    own = service.read_text().replace("KTP\n", "KTP asli\n", 1)
    service.write_text(own)
    reword(tono, f"{SERVICE}/question/nama_usaha", "ask", "Apa nama toko Anda?")
    tono.goto(BENCH)
    press(tono, "Minta diterbitkan")
    approve(bayu)
    assert "Folder dibiarkan" in bayu.inner_text("main")
    inspector.look(bayu, "published, the folder has changes of its own")
    assert service.read_text() == own
    assert "Folder 16.03/umkm berisi perubahan yang belum terbit" in doctor(site)
    assert bayu.request.post("/kelola/layanan/samakan", form={"nama": "16.03/umkm"}).status == 403

    # Somebody puts the file back as it was published last but one: that is nobody's work.
    service.write_text(own.replace("KTP asli\n", "KTP\n", 1))
    bayu.goto("/kelola/layanan/terbit?nama=16.03%2Fumkm")
    assert "masih berisi terbitan yang lebih lama" in bayu.inner_text("main")
    assert "Folder 16.03/umkm berisi terbitan lama" in doctor(site)
    press(bayu, "Samakan folder")
    assert "ask: Apa nama toko Anda?" in service.read_text()
    inspector.has_nothing_to_say()


def test_a_new_service_begins_as_a_copy_of_one(desk, inspector):  # noqa: F811
    """With its questions, steps, letter and examples; the way to partners stands beside."""
    tono = desk("tono")
    tono.goto("/kelola/cetak-biru/baru")
    assert tono.get_by_role("link", name="katalog kabupaten mitra").count() == 1
    tono.fill("[name=judul]", "Surat keterangan warung")
    tono.locator("label", has_text="Salinan satu layanan: Surat keterangan usaha").click()
    press(tono, "Buat")
    bench = "/kelola/cetak-biru/16.03/surat-keterangan-warung"
    assert tono.url.endswith(bench)
    text = tono.inner_text("main")
    assert "4 dari 4 contoh keluar seperti yang tertulis" in text
    assert tono.get_by_role("button", name="Minta diterbitkan").count() == 1, text
    inspector.look(tono, "a copy of a service")
    tono.goto(thing("service/surat-keterangan-warung/question/jenis_usaha", bench))
    assert "Kebun atau olahan kopi" in tono.input_value("[name=options]")
    open_fold(tono, "Bahasa Inggris")
    assert tono.input_value("[name='en-ask']") == "What kind of business is it?"
    throw_away(tono, bench)
    inspector.has_nothing_to_say()


@pytest.fixture(scope="module")
def receiver(tmp_path_factory):
    """Tapanuli Selatan, which takes a blueprint of Muara Enim."""
    def make(folder):
        run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
            "--demo", "--empty")
    yield from new_site(tmp_path_factory.mktemp("tapsel") / "kab", make=make)


def test_an_adaptation_that_breaks_a_publishers_example_is_named(
        origin, receiver, chromium, inspector):  # noqa: F811
    """The example is the publisher's: adapted with a reason, or the adaptation is taken back."""
    context = chromium.new_context(base_url=receiver.base, locale="id-ID",
                                   viewport={"width": 1280, "height": 800})
    tono = context.new_page()
    receiver.officials["tono"].sign_in(tono)
    stick, package = origin.release("1.0.0")
    hand_in(tono, package, stick, origin.words)
    press(tono, "Pasang sebagai konsep")
    for field in tono.locator("main input[type=text]").all():
        field.fill("Peraturan Bupati Tapanuli Selatan Nomor 12 Tahun 2025")
    press(tono, "Simpan")
    for slot, field, words in [("standard", "time", "3 hari kerja"),
                               ("step/periksa", "within", "2 hari kerja")]:
        tono.goto(thing(f"{SERVICE}/{slot}"))
        tono.fill(f"[name={field}]", words)
        tono.fill("main form:has([name=alasan]) [name=alasan]", "Satu petugas saja.")
        press(tono, "Simpan")
    tono.goto(BENCH)
    tono.locator(".kabar-bahaya").get_by_role("link", name="Lihat sebabnya").first.click()
    text = tono.inner_text("main")
    assert "gagal karena penyesuaian di sini" in text and "Satu petugas saja." in text
    tono.fill("[name=alasan]", "")
    press(tono, "Catat sebagai hasil yang baru")
    assert "Tulis alasannya" in tono.inner_text(".galat")
    inspector.look(tono, "an adaptation that breaks an example")
    tono.fill("[name=alasan]", "Janji di sini dua hari.")
    press(tono, "Catat sebagai hasil yang baru")
    assert "keluar seperti yang tertulis" in tono.inner_text("main")
    tono.goto(BENCH)
    press(tono, "Batalkan yang terakhir")
    tono.locator(".kabar-bahaya").get_by_role("link", name="Lihat sebabnya").first.click()
    press(tono, "Batalkan penyesuaian ini")
    assert "keluar seperti yang tertulis" in tono.inner_text("main")
    tono.goto(thing(f"{SERVICE}/standard"))
    assert tono.input_value("[name=time]") == "2 hari kerja"
    context.close()
    inspector.has_nothing_to_say()
