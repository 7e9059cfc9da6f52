"""Muara Enim and Tapanuli Selatan: an agreement from the offer to the report, and a visit."""

import os
import re
from datetime import date, timedelta

import pytest

from checks import walk
from conftest import new_site, said
from papers import file, text_of
from people import press
from test_everybody_can_use_it import inspector  # noqa: F401

TITLE = "Replikasi layanan kota cerdas dan kopi"

#: The way of a voluntary agreement between regions; the council's stage is skipped.
WAY = ["pemetaan", "persiapan", "penawaran", "penyusunan-kesepakatan", "kesepakatan",
       "penyusunan-perjanjian", "perjanjian"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A regency of its own: a partner would stand on pages that others look at."""
    yield from new_site(tmp_path_factory.mktemp("kerja-sama") / "contoh")


def keep(page, name):
    """A picture of the page for whoever wants to look, in the folder that SHOTS names."""
    folder = os.environ.get("SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def fill_date(page, name, day):
    page.fill(f"[name={name}-tanggal]", str(day.day))
    page.fill(f"[name={name}-bulan]", str(day.month))
    page.fill(f"[name={name}-tahun]", str(day.year))


def root_on_paper(site):
    """Twelve words and the QR code of a root, as they are printed in an agreement."""
    sticks = [site.folder.parent / name for name in ("usb-katalog", "usb-akar")]
    for stick in sticks:
        stick.mkdir()
    key = re.search(r": (/\S+)", said("keys", "working", str(sticks[0])))[1]
    told = said("keys", "root", str(sticks[1]), "--dir", str(site.folder), "--catalogue-key", key)
    words = re.findall(r"\b\d+\. ([a-z]+)", told)
    assert len(words) == 12, told
    return words, re.search(r"SERASAN-AKAR:\w+", told)[0]


def begin(page, inspector):  # noqa: F811
    page.goto("/kerja/kerja-sama")
    inspector.look(page, "kerja sama, kosong")
    page.get_by_role("link", name="Mulai kerja sama baru").click()
    press(page, "Simpan dan mulai")
    assert page.title().startswith("Perlu diperbaiki:")
    inspector.look(page, "kerja sama baru, salah")
    page.check("[name=jenis][value=ksdd-sukarela]")
    page.fill("[name=mitra]", "12.03 Kabupaten Tapanuli Selatan")
    page.fill("[name=judul]", TITLE)
    page.fill("[name=objek]", "Layanan publik digital dan tata kelola kopi.")
    page.fill("[name=ruang]", "Alih cetak biru\nPelatihan petugas")
    page.fill("[name=manfaat]", "Layanan lebih cepat dan kopi lebih dikenal")
    assert not walk(page)
    press(page, "Simpan dan mulai")
    assert page.get_by_role("heading", name=TITLE, level=1).is_visible()
    return page.url


def sign(page, work, today, inspector):  # noqa: F811
    page.goto(work + "/dprd")
    page.check("[name=membebani][value=tidak]")
    page.check("[name=anggaran][value=tidak]")
    page.fill("[name=pertimbangan]", "Biaya sudah ada di APBD tahun ini.")
    press(page, "Simpan")
    page.goto(work + "/naskah/perjanjian-kerja-sama")
    inspector.look(page, "naskah perjanjian")
    for box in page.locator("[name=isi]").all():
        box.check()
    press(page, "Simpan centang")
    assert page.get_by_text("isi wajib naskah belum dicentang").count() == 0
    for stage in WAY:
        page.goto(work)
        page.get_by_role("link", name="Catat tahap ini").click()
        fill_date(page, "tanggal", today)
        page.fill("[name=nomor]", f"119/{stage}/2026")
        if page.locator("[name=alasan]").count():
            press(page, "Simpan")
            assert page.get_by_text("Isi wajib naskahnya belum lengkap").first.is_visible()
            inspector.look(page, f"tahap {stage}")
            fill_date(page, "tanggal", today)
            page.fill("[name=alasan]", "Diperiksa TKKSD pada naskah kertas")
        press(page, "Simpan")
        assert page.url == work, stage
    page.goto(work + "/jangka-waktu")
    inspector.look(page, "jangka waktu")
    page.fill("[name=penandatangan]", "Bupati Contoh")
    page.fill("[name=jabatan]", "Bupati Muara Enim")
    page.fill("[name=penandatangan_mitra]", "Bupati Mitra")
    page.fill("[name=jabatan_mitra]", "Bupati Tapanuli Selatan")
    page.check("[name=dengan_kuasa][value=tidak]")
    fill_date(page, "mulai", today)
    fill_date(page, "sampai", today + timedelta(days=170))
    press(page, "Simpan")


def plan(page, work, today, inspector):  # noqa: F811
    page.goto(work)
    page.get_by_role("link", name="Tambah kegiatan").click()
    page.fill("[name=tahun]", str(today.year))
    page.fill("[name=kegiatan]", "Bimbingan sortasi kopi")
    page.fill("[name=keluaran]", "20 petani terlatih")
    page.fill("[name=anggaran]", "25.000.000")
    page.fill("[name=sumber]", "APBD Dinas Perkebunan")
    page.fill("[name=indikator]", "Petani yang lulus")
    page.select_option("[name=unit]", "disbun")
    inspector.look(page, "rencana")
    press(page, "Simpan")
    page.get_by_role("link", name="Catat realisasi").click()
    fill_date(page, "tanggal", today)
    page.fill("[name=realisasi]", "24.500.000")
    page.fill("[name=hasil]", "21 petani ikut, 19 lulus")
    page.set_input_files("[name=berkas]", file(
        "berita-acara.pdf", "application/pdf", b"%PDF-1.7 berita acara"))
    press(page, "Simpan")
    assert page.get_by_text("Rp24.500.000").is_visible()
    page.get_by_role("link", name="Tambah kewajiban").click()
    page.fill("[name=apa]", "Kirim data kebun percontohan")
    fill_date(page, "tanggal", today + timedelta(days=3))
    page.select_option("[name=pihak]", "kami")
    press(page, "Simpan")
    assert page.get_by_text("Sisa 3 hari").is_visible()


def visit(page, today, inspector):  # noqa: F811
    page.goto("/kerja/kerja-sama/kunjungan")
    page.get_by_role("link", name="Catat kunjungan").click()
    page.check("[name=arah][value=masuk]")
    fill_date(page, "mulai", today - timedelta(days=1))
    fill_date(page, "sampai", today)
    page.fill("[name=mitra]", "12.03")
    page.fill("[name=siapa]", "Siti Rahmawati, Kepala Bagian")
    page.fill("[name=tujuan]", "Belajar kota cerdas")
    page.fill("[name=dilihat]", "Loket bersama dan ruang kendali")
    page.select_option("[name=kerjasama]", label=TITLE)
    inspector.look(page, "kunjungan baru")
    press(page, "Simpan")
    page.get_by_role("link", name="Tambah tindak lanjut").click()
    page.fill("[name=apa]", "Kirim contoh berkas layanan")
    fill_date(page, "tanggal", today + timedelta(days=7))
    press(page, "Simpan")
    inspector.look(page, "kunjungan")
    keep(page, "kunjungan")
    report = page.request.get(page.url + "/laporan.pdf")
    assert "Loket bersama dan ruang kendali" in text_of(report.body())
    page.get_by_role("link", name="Catat selesai").click()
    fill_date(page, "tanggal", today)
    page.fill("[name=bukti]", "Contoh terkirim")
    press(page, "Simpan")
    assert page.get_by_text("Selesai tepat waktu").is_visible()


def test_an_agreement_goes_from_the_offer_to_the_report(site, desk, visitors, inspector):  # noqa: F811
    ratna, budi, leader, phone = desk("ratna"), desk("budi"), desk("syahrul"), visitors()
    today = date.fromisoformat(ratna.evaluate(
        "new Date().toLocaleDateString('sv', {timeZone: 'Asia/Jakarta'})"))
    phone.goto("/mitra")
    inspector.look(phone, "mitra, kosong")
    work = begin(ratna, inspector)
    inspector.look(ratna, "kerja sama baru dibuka")
    sign(ratna, work, today, inspector)
    plan(ratna, work, today, inspector)
    visit(ratna, today, inspector)

    words, code = root_on_paper(site)
    for page, typed in ((ratna, " ".join(words)), (budi, code)):
        page.goto(work + "/akar")
        page.fill("[name=kata]", " ".join(["kopi", *words[1:]]))
        press(page, "Simpan")
        assert page.get_by_text("Tulis 12 kata seperti di perjanjian").first.is_visible()
        page.goto(work + "/akar")
        assert not all(word in page.content() for word in words), "nobody is shown the words"
        page.fill("[name=kata]", typed)
        press(page, "Simpan")
    assert budi.get_by_text("Ditetapkan:").is_visible()
    ratna.goto(work + "/alih")
    ratna.check("[name=arah][value=keluar]")
    ratna.fill("[name=cetakbiru]", "16.03/umkm")
    ratna.check("[name=izin][value=izinkan]")
    press(ratna, "Simpan")
    inspector.look(ratna, "kerja sama penuh")
    keep(ratna, "kerja-sama")
    assert not walk(ratna, most=160)

    semester = f"{today.year}-{1 if today.month < 7 else 2}"
    report = text_of(ratna.request.get(work + f"/laporan.pdf?semester={semester}").body())
    assert "Bimbingan sortasi kopi" in report and "24.500.000" in report
    both = text_of(ratna.request.get(work + "/naskah/perjanjian-kerja-sama/konsep.pdf").body())
    assert "Asli 1 dari 2" in both and "Asli 2 dari 2" in both and "KONSEP" in both
    if os.environ.get("SHOTS"):
        for name, path in (("laporan", f"laporan.pdf?semester={semester}"),
                           ("dua-asli", "naskah/perjanjian-kerja-sama/konsep.pdf"),
                           ("penawaran", "naskah/surat-penawaran/konsep.pdf"),
                           ("rencana", "naskah/rencana-kerja/konsep.pdf")):
            with open(f"{os.environ['SHOTS']}/{name}.pdf", "wb") as paper:
                paper.write(ratna.request.get(f"{work}/{path}").body())
    ratna.goto("/kerja/kerja-sama")
    assert ratna.get_by_text("Perpanjang atau akhiri (180 hari)").is_visible()
    inspector.look(ratna, "daftar kerja sama")
    keep(ratna, "daftar-kerja-sama")

    leader.goto("/pimpinan")
    leader.get_by_role("link", name="Kerja sama: 1. Perlu dikerjakan 2, lewat waktu 0.").click()
    leader.goto(work)
    assert leader.get_by_text("Rp24.500.000").is_visible()
    assert leader.get_by_role("link", name="Tambah kewajiban").count() == 0
    assert leader.request.get(work + "/kewajiban").status == 403

    phone.goto("/mitra")
    inspector.look(phone, "mitra")
    keep(phone, "mitra")
    phone.get_by_role("link", name="Kabupaten Tapanuli Selatan").click()
    assert "Siti" not in phone.content() and "Bupati Mitra" not in phone.content()
    inspector.look(phone, "mitra, satu")
    keep(phone, "mitra-satu")
    phone.goto("/en/mitra/12.03")
    assert phone.get_by_text("In force").first.is_visible()
    small = visitors()
    small.context.add_cookies(ratna.context.cookies())
    for name, address in (("ponsel-daftar", "/kerja/kerja-sama"), ("ponsel-satu", work)):
        small.goto(address)
        keep(small, name)
    inspector.has_nothing_to_say()
