"""What coffee brings to people: the grower who reads, the leader who counts, the bank that is told."""

import base64
import hashlib
import json
import os
import re
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from jsonschema import Draft202012Validator

from checks import bears_large_and_spaced_text
from conftest import ROOT
from independent_proof import is_signed
from papers import code_on, drawn, text_of
from people import do, fill_until, number, start
from test_coffee import KEBUN, found, weight

#: Another grower than that of the other journeys: a NIK is registered once.
MARLINA = KEBUN | {
    "nama": "Marlina Contoh", "nik": "1603084505900442", "hp": "0812-0000-0442",
}

SHOTS = os.environ.get("SHOTS")
SCHEMA = ROOT / "docs/schema/financing-file.json"


def looked_at(page, name):
    """No page is wider than the phone, and each can be used by everybody."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/kopi-{name}.png", full_page=True)
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults] == [], name
    bears_large_and_spaced_text(page)


def press(page, words):
    page.get_by_role("button", name=words, exact=True).click()


@pytest.fixture(scope="module")
def weighed(site, chromium):
    """A grower who registered by themselves and brought a hundred kilograms: receipt, delivery."""
    pages = []

    def visit(name=None):
        context = chromium.new_context(
            viewport={"width": 360, "height": 640}, base_url=site.base, locale="id-ID")
        page = context.new_page()
        pages.append(context)
        if name:
            site.officials[name].sign_in(page)
        return page

    citizen = visit()
    start(citizen, "daftar-kebun-kopi")
    fill_until(citizen, "/periksa", MARLINA)
    citizen.check("[name=benar]")
    press(citizen, "Kirim permohonan")
    shown = number(citizen)
    receipt = re.search(r"/t/[0-9a-f]{64}", unquote(citizen.content()))[0]
    desk = visit("yuli")
    do(desk, shown, "Isian lengkap, catat petani")
    found(visit("zainal"), shown)
    manager = visit("maman")
    manager.goto("/lot/baru")
    manager.fill("[name=nama]", "Petik merah untuk petani")
    manager.check("[name=jenis][value=gelondong_merah]")
    manager.check("[name=kopi][value=robusta]")
    press(manager, "Mulai lot baru")
    code = manager.url.rsplit("/", 1)[1]
    scale = visit("weni")
    scale.goto(f"/timbang?lot={code}")
    scale.fill("[name=cari]", "marlina")
    press(scale, "Cari petani")
    scale.click("text=Marlina Contoh")
    scale.check(f"[name=lot][value='{code}']")
    scale.fill("[name=berat]", "100")
    scale.fill("[name=harga]", "12.000")
    scale.fill("[name=panjar]", "1.500.000")
    press(scale, "Simpan timbangan")
    yield {"citizen": citizen, "scale": scale, "manager": manager, "code": code,
           "receipt": receipt, "visit": visit}
    for context in pages:
        context.close()


def test_a_grower_reads_their_coffee_by_the_slip(site, weighed, visitors, tmp_path):
    scale = weighed["scale"]
    looked_at(scale, "tercatat-tanpa-tautan")
    press(scale, "Buat tautan untuk petani")
    looked_at(scale, "tautan-petani")
    message = scale.get_by_role("link", name="Buka WhatsApp dengan pesan ini")
    assert "wa.me/6281200000442" in message.get_attribute("href")
    slip = scale.request.get(scale.url + "/slip.pdf").body()
    if SHOTS:
        open(f"{SHOTS}/kopi-slip.pdf", "wb").write(slip)
    link = code_on(drawn(slip, tmp_path))
    assert link.startswith(site.base + "/kopi/saya/")

    grower = visitors()
    answer = grower.goto(link)
    # What the address holds goes nowhere else, and the page into no index.
    assert answer.headers["referrer-policy"] == "same-origin"
    assert grower.get_attribute("meta[name=robots]", "content") == "noindex"
    assert "Marlina" not in grower.inner_text("main")
    looked_at(grower, "tautan-sebelum-dibuka")
    press(grower, "Buka kopi saya")
    text = grower.inner_text("main")
    assert "Marlina Contoh" in text and "100 kg" in text and "Rp1.200.000" in text
    assert "Rp300.000" in text, "what is left of the advance"
    # The link goes from hand to hand: it shows no plots.
    assert "Kebun Anda tidak tampil lewat tautan ini" in text and "Talang Contoh" not in text
    looked_at(grower, "kopi-saya")
    assert weight(grower) <= 60_000

    scale.reload()
    assert "Dibuka 1 kali" in scale.inner_text("main")
    press(scale, "Cabut tautan")
    assert grower.goto("/kopi/saya").status == 410
    assert grower.goto(link).status == 410


def test_without_scripts_and_closed_on_a_borrowed_phone(site, weighed, visitors):
    scale = weighed["scale"]
    scale.reload()
    if scale.get_by_role("button", name="Buat tautan untuk petani").count():
        press(scale, "Buat tautan untuk petani")
    link = re.search(r"https?://\S+/kopi/saya/[0-9a-f]{64}", scale.inner_text("main"))[0]
    grower = visitors(java_script_enabled=False)
    grower.goto(link)
    press(grower, "Buka kopi saya")
    assert "100 kg" in grower.inner_text("main")
    press(grower, "Tutup halaman ini")
    assert grower.goto("/kopi/saya").status == 401
    assert "NIK saja tidak cukup" in grower.inner_text("main")


def opened_receipt(weighed):
    """The citizen's own phone, with the receipt of the registration open."""
    citizen = weighed["citizen"]
    citizen.goto(weighed["receipt"])
    press(citizen, "Buka permohonan saya")
    return citizen


def test_a_grower_takes_a_file_to_the_bank(site, weighed, visitors, tmp_path):
    citizen = opened_receipt(weighed)
    citizen.goto("/kopi/saya")
    assert "Semua setoran Anda" in citizen.inner_text("main")
    citizen.click("text=Berkas untuk bank")
    looked_at(citizen, "berkas-daftar")
    citizen.click("text=Buat berkas untuk bank")
    press(citizen, "Simpan izin")
    assert "Tanpa izin tidak ada berkas" in citizen.inner_text("main")
    looked_at(citizen, "berkas-kurang")
    citizen.fill("[name=bank]", "Bank Contoh Cabang Penindaian")
    citizen.fill("[name=guna]", "Pupuk dan ongkos petik")
    for part in ("identitas", "kebun", "setoran", "rencana"):
        citizen.check(f"[name=bagian][value={part}]")
    citizen.locator("[name=panen]").first.check()
    citizen.fill("[name=jumlah]", "10.000.000")
    citizen.fill("[name=bulan]", "12")
    citizen.fill("[name=bunga]", "6")
    citizen.check("[name=setuju]")
    press(citizen, "Simpan izin")
    text = citizen.inner_text("main")
    # The worked example: effective, and the flat equivalent beside it.
    for figure in ("Rp860.664", "Rp860.669", "Rp327.973", "3,2797%", "Rp883.333", "Rp600.000",
                   "10,896%"):
        assert figure in text, figure
    looked_at(citizen, "berkas-izin")

    with citizen.expect_download() as taken:
        press(citizen, "Ambil berkas data (JSON)")
    raw = taken.value.path().read_bytes()
    envelope = json.loads(raw)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(envelope)
    held, seal = envelope["file"], envelope["signature"]
    assert held["identity"]["nik"] == MARLINA["nik"].replace(" ", "")
    assert held["deliveries"][0]["worth_rupiah"] == 1_200_000
    assert held["plan"]["instalments"][11]["payment_rupiah"] == 860_669
    assert "score" not in raw.decode()
    signed = raw[len(b'{"file":'):raw.index(b',"signature":')]
    message = seal["purpose"].encode() + bytes.fromhex(held["code"]) + signed
    key, signature = unpadded(seal["public_key"]), unpadded(seal["value"])
    assert is_signed(key, message, signature, tmp_path)
    assert not is_signed(key, message + b" ", signature, tmp_path)

    with citizen.expect_download() as taken:
        press(citizen, "Ambil berkas PDF")
    paper = taken.value.path().read_bytes()
    if SHOTS:
        open(f"{SHOTS}/kopi-berkas.pdf", "wb").write(paper)
    words = text_of(paper)
    assert "Bank Contoh Cabang Penindaian" in words and "860.664" in words

    stranger = visitors()
    stranger.goto(f"/kopi/berkas/{held['code']}")
    assert hashlib.sha256(signed).hexdigest() in stranger.inner_text("main")
    assert "Marlina" not in stranger.inner_text("main")
    assert "Bank Contoh" not in stranger.inner_text("main")
    looked_at(stranger, "berkas-cek")

    press(citizen, "Cabut izin")
    assert "Izin sudah dicabut" in citizen.inner_text("main")
    assert citizen.get_by_role("button", name="Ambil berkas PDF").count() == 0
    stranger.reload()
    assert "Dicabut atau habis" in stranger.inner_text("main")


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_an_extension_worker_writes_it_down_with_the_grower_beside(site, weighed):
    worker = weighed["visit"]("zainal")
    worker.goto("/kerja/kopi/berkas-bank")
    worker.fill("[name=cari]", "marlina")
    press(worker, "Cari petani")
    looked_at(worker, "berkas-penyuluh")
    worker.locator("main").get_by_role("link", name="Marlina Contoh").click()
    worker.fill("[name=bank]", "BPR Contoh")
    worker.fill("[name=guna]", "Mesin kupas")
    worker.check("[name=bagian][value=kebun]")
    worker.check("[name=setuju]")
    press(worker, "Simpan izin")
    with worker.expect_download() as taken:
        press(worker, "Ambil berkas data (JSON)")
    held = json.loads(taken.value.path().read_bytes())["file"]
    assert "identity" not in held and "deliveries" not in held and "plan" not in held
    assert held["consent"]["with_official"] and held["plots"][0]["square_metres"] == 15_000
    # What one worker wrote down is not opened by others.
    other = weighed["visit"]("maman")
    assert other.goto(worker.url).status == 403


def kept_out(post, grower, why):
    """The post that approves origins writes down a finding and keeps a grower's plot out."""
    post.goto("/kebun")
    post.locator("tr", has_text=grower).locator("a").first.click()
    post.check("[name=tentang][value=legality]")
    post.check("[name=hasil][value=unclear]")
    post.fill("[name=sumber]", "Surat keterangan tanah 12/2015")
    for part, number in (("tanggal", "1"), ("bulan", "11"), ("tahun", "2026")):
        post.fill(f"[name=tanggal-{part}]", number)
    press(post, "Catat hasil pemeriksaan")
    post.fill("[name=alasan]", why)
    press(post, "Keluarkan dari berkas pembeli")


def test_a_grower_and_who_serves_them_read_about_their_plots(site, weighed, visitors):
    reason, left_out = "Batas kebun belum disepakati.", "Kebun ini tidak ikut dalam berkas pembeli."
    kept_out(weighed["visit"]("salman"), "Marlina Contoh", reason)
    citizen = opened_receipt(weighed)
    # Without scripts, as an old telephone has it.
    grower = visitors(java_script_enabled=False, storage_state=citizen.context.storage_state())
    grower.goto("/kopi/saya")
    assert "Ada kebun Anda yang perlu dilihat." in grower.inner_text("main")
    grower.click("text=Lihat kebun saya (1)")
    text = grower.inner_text("main")
    for words in ("Talang Contoh", "Penindaian", "1,5 ha", left_out, f"Alasan petugas: {reason}",
                  "Sumber: Surat keterangan tanah 12/2015, per 1 November 2026", "Belum diperiksa", "Minta penyuluh mengukur batas kebun ini."):
        assert words in text, words
    citizen.goto("/kopi/saya")
    looked_at(citizen, "kebun-saya")
    assert weight(citizen) <= 60_000
    grower.locator("main").get_by_role("link", name="Pembetulan data kebun kopi").first.click()
    assert "/layanan/koreksi-kebun-kopi" in grower.url
    grower.go_back()
    grower.locator("main").get_by_role("link", name="Dinas Perkebunan").click()
    assert "0812-0000-0105" in grower.inner_text("main")

    scale = weighed["scale"]
    scale.get_by_role("link", name="Lihat kebun petani ini").click()
    assert left_out in scale.inner_text("main") and "Marlina Contoh" in scale.inner_text("main")
    looked_at(scale, "kebun-petani")
    theirs = scale.url
    scale.go_back()

    helper = weighed["visit"]("zainal")
    helper.goto("/kerja/kotak")
    assert helper.locator("a[href='/kebun/petani']").count()
    helper.goto("/kebun/petani")
    helper.fill("[name=cari]", "marlina")
    press(helper, "Cari kebun petani")
    looked_at(helper, "kebun-petani-cari")
    helper.locator("main").get_by_role("link", name="Marlina Contoh").click()
    assert helper.url == theirs and reason in helper.inner_text("main")
    for other in ("syahrul", "yuli", "sari"):
        assert weighed["visit"](other).goto(theirs).status == 403, other


def test_a_leader_reads_it_in_half_a_minute(site, weighed):
    leader = weighed["visit"]("syahrul")
    leader.goto("/pimpinan")
    leader.click("text=Kopi: setoran, harga, dan petani")
    text = leader.inner_text("main")
    # One grower only: nothing of it is told.
    assert "kurang dari 5 petani" in text
    assert "Marlina" not in text and "12.000" not in text and "Talang" not in text
    looked_at(leader, "pimpinan-sedikit")



def test_a_small_business_keeps_its_page(site, weighed, visitors):
    manager = weighed["visit"]("maman")
    manager.goto("/lot")
    manager.get_by_role("link", name="Halaman usaha Koperasi Tani Contoh").click()
    manager.fill("[name=nama]", "Kopi Koperasi Contoh")
    manager.fill("[name=tentang]", "Robusta petik merah dari kebun anggota.")
    manager.fill("[name=tentang-en]", "Red-picked robusta from our members' plots.")
    manager.fill("[name=beli]", "Pesan lewat WhatsApp, bayar saat diterima.")
    manager.fill("[name=produk-1]", "Bubuk 200 gram")
    press(manager, "Terbitkan halaman")
    assert "Perlu diperbaiki" in manager.title(), "a product has its price"
    looked_at(manager, "usaha-isian")
    manager.fill("[name=harga-1]", "25.000")
    press(manager, "Terbitkan halaman")

    buyer = visitors()
    buyer.goto("/kopi")
    looked_at(buyer, "kopi")
    buyer.click("text=Kopi Koperasi Contoh")
    text = buyer.inner_text("main")
    assert "Bubuk 200 gram" in text and "Rp25.000" in text and "bayar saat diterima" in text
    order = buyer.get_by_role("link", name="Pesan lewat WhatsApp").get_attribute("href")
    assert order.startswith("https://wa.me/6281200000115?text=")
    looked_at(buyer, "usaha")
    assert weight(buyer) <= 60_000
    abroad = visitors(locale="en-GB")
    abroad.goto("/kopi/usaha/koperasi-contoh")
    assert abroad.url.endswith("/en/kopi/usaha/koperasi-contoh")
    assert "our members' plots" in abroad.inner_text("main")
    assert weighed["visit"]("weni").goto("/lot/usaha/koperasi-contoh").status == 403
