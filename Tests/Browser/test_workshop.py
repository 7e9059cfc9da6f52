"""The workshop: a service is changed on its pages, seen on a phone, published by a colleague."""

import re

import pytest
from checks import walk
from conftest import new_site
from people import press, start
from test_everybody_can_use_it import inspector  # noqa: F401
from test_ict_office import _activate, _add, _sign_in, _slip_code

BENCH = "/kelola/cetak-biru/16.03/umkm"
SERVICE = "service/surat-keterangan-usaha"


def thing(slot, bench=BENCH):
    return f"{bench}/bagian?di={slot}"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency of its own: what is published here is met by no other test."""
    yield from new_site(tmp_path_factory.mktemp("bengkel") / "contoh")


@pytest.fixture
def colleague(desk, visitors):
    """A second manager, who may approve what the first one asks for."""
    def come(name, log_in):
        tono = desk("tono")
        code = _slip_code(tono, _add(tono, name, log_in, "pengelola layanan"))
        page = visitors(1280, 800)
        _activate(page, code)
        _sign_in(page, log_in)
        return page
    return come


def preview(page):
    """What the phone beside the form shows."""
    return page.frame_locator(".ponsel iframe").locator("main").inner_text()


def published(page, path, bench="16.03/umkm"):
    """A file of the newest edition, as it was published."""
    page.goto(f"/kelola/layanan/terbit?nama={bench.replace('/', '%2F')}")
    page.locator("table a").first.click()
    page.get_by_role("link", name=path, exact=True).first.wait_for()
    link = page.get_by_role("link", name=path, exact=True).get_attribute("href")
    return page.request.get(link).body().decode()


def test_an_official_changes_a_service_and_a_colleague_publishes_it(
        site, desk, colleague, phone, inspector):  # noqa: F811
    """Reworded, added, moved, undone; what a citizen then sees is what the phone showed."""
    tono = desk("tono")
    tono.goto("/kelola/cetak-biru")
    inspector.look(tono, "blueprints")
    tono.get_by_role("link", name="Usaha mikro, kecil, dan menengah").click()
    inspector.look(tono, "a blueprint")
    assert "contoh keluar seperti yang tertulis" in tono.inner_text("main")
    tono.get_by_role("link", name="Surat keterangan usaha", exact=True).first.click()
    inspector.look(tono, "a service")
    tono.get_by_role("link", name="Tentang usaha Anda").click()
    tono.get_by_role("link", name="Apa nama usaha Anda?").click()
    inspector.look(tono, "a question")
    assert not walk(tono), walk(tono)
    assert "Apa nama usaha Anda?" in preview(tono)

    tono.fill("[name=ask]", "Apa nama tempat usaha Anda?")
    tono.fill("[name=alasan]", "Warga menulis nama sendiri.")
    press(tono, "Simpan")
    assert tono.locator("h1").inner_text() == "Pertanyaan: Apa nama tempat usaha Anda?"
    assert "Apa nama tempat usaha Anda?" in preview(tono)

    tono.goto(thing(f"{SERVICE}/page/usaha"))
    tono.get_by_role("link", name="Tambah pertanyaan").click()
    inspector.look(tono, "a new question")
    press(tono, "Simpan")
    assert "harus diisi" in tono.inner_text(".galat")
    inspector.look(tono, "a new question with errors")
    tono.fill("[name=ask]", "Kopi apa yang Anda tanam?")
    tono.select_option("[name=type]", label="satu dari beberapa pilihan")
    tono.select_option("[name=when]",
                       label='Bila "Apa jenis usahanya?" dijawab "Kebun atau olahan kopi"')
    tono.fill("[name=options]", "Robusta\nArabika\nLiberika")
    tono.locator("input[name=optional][value=true]").check()
    press(tono, "Simpan")
    assert "Kopi apa yang Anda tanam?" in preview(tono) and "Liberika" in preview(tono)
    tono.goto(thing(f"{SERVICE}/page/usaha"))
    press(tono, "Naikkan: Kopi apa yang Anda tanam?")
    order = tono.locator(".susunan a").all_inner_texts()
    assert order.index("Kopi apa yang Anda tanam?") == len(order) - 2

    tono.goto(BENCH)
    text = tono.inner_text("main")
    assert "sekarang berbunyi \"Apa nama tempat usaha Anda?\"" in text
    assert "Kopi apa yang Anda tanam?" in text and "Tono" in text
    inspector.look(tono, "a draft")
    tono.get_by_text("Tautan untuk ditinjau orang lain").click()
    link = tono.locator("a[href*='/tinjau/']").get_attribute("href")
    phone.goto(link)
    assert "Kopi apa yang Anda tanam?" in phone.inner_text("main")
    inspector.look(phone, "a draft for reviewers")
    phone.get_by_role("link", name="Surat keterangan usaha").click()
    assert "nama lengkap" in phone.inner_text("main")
    for other in (link[:-1] + ("0" if link[-1] != "0" else "1"), link.replace("umkm", "kopi"),
                  re.sub(r"/\d{4}-\d\d-\d\d/", "/2099-01-01/", link)):
        assert phone.request.get(other).status == 404, other
    press(tono, "Batalkan yang terakhir")
    tono.goto(thing(f"{SERVICE}/page/usaha"))
    assert tono.locator(".susunan a").all_inner_texts()[-1] == "Kopi apa yang Anda tanam?"

    phone.goto("/layanan/surat-keterangan-usaha")
    start(phone)
    tono.goto(BENCH)
    press(tono, "Minta diterbitkan")
    assert "pengelola lain yang menyetujui" in tono.inner_text("main")
    tono.goto(BENCH)
    assert "menunggu disetujui pengelola lain" in tono.inner_text("main")
    bayu = colleague("Bayu Pratama", "bayu")
    bayu.goto("/kelola/layanan/terbit?nama=16.03%2Fumkm")
    assert "Kopi apa yang Anda tanam?" in bayu.inner_text("main")
    press(bayu, "Setujui dan terbitkan")

    tono.goto(BENCH)
    assert "sedang berlaku" in tono.inner_text("main")
    file = published(tono, "services/surat-keterangan-usaha.yaml")
    assert "# nama unit yang diikat oleh kabupaten penerima" in file, "comments are kept"
    assert "ask: Apa nama tempat usaha Anda?" in file
    assert re.search(r"kopi_apa_yang_anda:\n\s+ask: Kopi apa yang Anda tanam\?", file)
    inspector.has_nothing_to_say()


def test_two_editors_at_once_lose_nothing(desk, colleague):
    """Whoever comes second sees what the first one wrote; what they did not touch stays."""
    tono, citra = desk("tono"), colleague("Citra Dewi", "citra")
    question = thing(f"{SERVICE}/question/alamat_usaha")
    tono.goto(question)
    citra.goto(question)
    tono.fill("[name=ask]", "Di mana alamat usaha Anda?")
    press(tono, "Simpan")
    citra.fill("[name=hint]", "Tulis dusun dan RT.")
    press(citra, "Simpan")
    assert citra.input_value("[name=hint]") == "Tulis dusun dan RT."
    assert citra.input_value("[name=ask]") == "Di mana alamat usaha Anda?", "the first one's words"

    tono.goto(question)
    citra.goto(question)
    tono.fill("[name=ask]", "Alamat usaha Anda?")
    press(tono, "Simpan")
    citra.fill("[name=ask]", "Di mana letak usaha Anda?")
    press(citra, "Simpan")
    assert 'Orang lain sudah mengubahnya menjadi "Alamat usaha Anda?"' in citra.inner_text(".galat")
    assert citra.input_value("[name=ask]") == "Di mana letak usaha Anda?", "nothing typed is lost"
    press(citra, "Simpan")
    assert citra.locator("h1").inner_text() == "Pertanyaan: Di mana letak usaha Anda?"
    # Whoever undoes means the draft that they see.
    tono.goto(BENCH)
    citra.fill("[name=hint]", "")
    press(citra, "Simpan")
    press(tono, "Batalkan yang terakhir")
    assert "pada saat yang sama" in tono.inner_text("main")
    tono.goto(BENCH)
    press(tono, "Buang konsep")
    assert "sedang berlaku" in tono.inner_text("main")


def test_what_does_not_fit_is_said_in_its_place(desk, inspector):  # noqa: F811
    """A question that a rule needs is missed where it is read; what no file can say is refused."""
    tono = desk("tono")
    tono.goto(thing(f"{SERVICE}/page/usaha"))
    press(tono, "Hapus: Apa jenis usahanya?")
    tono.goto(BENCH)
    assert tono.get_by_role("button", name="Minta diterbitkan").count() == 0
    assert "jenis_usaha" in tono.inner_text(".kabar-bahaya")
    inspector.look(tono, "a draft with mistakes")
    tono.locator(".kabar-bahaya a").first.click()
    assert tono.locator(".kabar-bahaya li").count() >= 1, "the mistake stands at its thing"
    tono.goto(BENCH)
    press(tono, "Buang konsep")

    tono.goto(thing(f"{SERVICE}/step/periksa"))
    tono.fill("[name=within]", "segera")
    press(tono, "Simpan")
    assert "bukan jangka waktu" in tono.inner_text("main")
    assert tono.input_value("[name=within]") == "segera"
    inspector.look(tono, "a step with an error")
    tono.fill("[name=within]", "2 hari kerja")
    press(tono, "Simpan")
    tono.goto(BENCH)
    assert "1 hari kerja menjadi 2 hari kerja" in tono.inner_text("main")
    press(tono, "Buang konsep")
    inspector.has_nothing_to_say()


def test_a_service_is_made_from_a_blank_page(desk, phone, inspector):  # noqa: F811
    """Named, given a service, filled in; what is still open is listed and leads to its place."""
    tono = desk("tono")
    tono.goto("/kelola/cetak-biru/baru")
    inspector.look(tono, "a new blueprint")
    press(tono, "Buat")
    assert "harus diisi" in tono.inner_text(".galat")
    tono.fill("[name=judul]", "Layanan pemakaman")
    tono.locator("input[name=dari]").first.check()
    press(tono, "Buat")
    assert tono.url.endswith("/kelola/cetak-biru/16.03/layanan-pemakaman")
    tono.get_by_role("link", name="Tambah layanan").click()
    tono.fill("[name=title]", "Surat keterangan pemakaman")
    tono.fill("[name=purpose]", "Bukti tempat dan waktu pemakaman.")
    tono.fill("[name=owner]", "kelurahan")
    press(tono, "Simpan")
    assert "nama lengkap" in preview(tono)
    inspector.look(tono, "a new service")
    tono.goto("/kelola/cetak-biru/16.03/layanan-pemakaman")
    assert "perlu diperbaiki" in tono.inner_text("main")
    phone.goto("/layanan/surat-keterangan-pemakaman")
    assert "Untuk keperluan apa?" not in phone.inner_text("body"), "a draft is nobody's but ours"
    press(tono, "Buang konsep")
    tono.goto("/kelola/cetak-biru")
    assert "layanan-pemakaman" not in tono.inner_text("main")
    inspector.has_nothing_to_say()


def test_nobody_else_comes_near_a_draft(site, desk, phone):
    """Not officials of a unit, not visitors; what cannot be is not found, and changes nothing."""
    tono, rina = desk("tono"), desk("rina")
    paths = ["/kelola/cetak-biru", "/kelola/cetak-biru/baru", BENCH, thing(SERVICE),
             f"{BENCH}/tambah?di={SERVICE}&isi=steps",
             f"{BENCH}/pratinjau?layanan=surat-keterangan-usaha"]
    for path in paths:
        assert rina.request.get(path).status == 403, path
        answer = phone.request.get(path, max_redirects=0)
        assert answer.status == 303 and "/petugas/masuk" in answer.headers["location"], path
    for path in [f"{BENCH}/bagian", f"{BENCH}/bagian?di=", thing("service/tidak-ada"),
                 thing("lock/version"), thing("overlay"), thing("../../data"),
                 thing(f"{SERVICE}/question/@order"), thing("x" * 600),
                 f"{BENCH}/tambah?di={SERVICE}&isi=apa", f"{BENCH}/tambah?di=@&isi=lock",
                 f"{BENCH}/pratinjau?layanan=tidak-ada", "/kelola/cetak-biru/16.03/tidak-ada",
                 "/kelola/cetak-biru/regency/x"]:
        assert tono.request.get(path).status == 404, path
    frame = tono.request.get(f"{BENCH}/pratinjau?layanan=surat-keterangan-usaha")
    assert "frame-ancestors 'self'" in frame.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in tono.request.get(BENCH).headers["content-security-policy"]
    # A form without the token of its device, or for what is gone, changes nothing.
    assert tono.request.post(f"{BENCH}/bagian", form={"di": SERVICE, "title": "X"}).status == 403
    tono.goto(BENCH)
    assert "sedang berlaku" in tono.inner_text("main")
