"""A cooperative's coffee in a phone's browser: registered, weighed, processed, bagged, scanned."""

import os
import subprocess

from axe_playwright_python.sync_playwright import Axe
from checks import bears_large_and_spaced_text
from papers import JPEG
from people import do, fill_until, number, open_case, press, send_on, start

SHOTS = os.environ.get("SHOTS")

KEBUN = {
    "nama": "Rohani Contoh", "nik": "1603084505900441", "hp": "0812-0000-0441", "kabar": "wa",
    "sudah_terdaftar": "tidak", "desa_petani": "Penindaian", "nama_kelompok": "", "wali": "", "tampil_nama": "tidak",
    "desa_kebun": "Penindaian", "nama_kebun": "Talang Contoh", "luas_kebun": "1,5",
    "jenis_kopi": ["robusta"], "tahun_tanam": "2012", "jumlah_batang": "2500",
    "pemilik": "sendiri", "penggarap": "sendiri", "surat_tanah": "belum", "kawasan": "luar",
    "foto_ktp": JPEG,
}


def shot(page, name):
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/kopi-{name}.png", full_page=True)


def looked_at(page, name):
    """No page is wider than the phone, and each can be used by everybody."""
    shot(page, name)
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults] == [], name
    bears_large_and_spaced_text(page)


def test_from_the_scale_to_the_page_behind_the_label(site, visitors, tmp_path):
    citizen = visitors()
    shown = sent(citizen)
    desk = visitors()
    site.officials["yuli"].sign_in(desk)
    do(desk, shown, "Isian lengkap, catat petani")
    field = visitors()
    site.officials["zainal"].sign_in(field)
    found(field, shown)

    manager = visitors()
    site.officials["maman"].sign_in(manager)
    manager.goto("/lot/baru")
    manager.fill("[name=nama]", "Robusta petik merah Penindaian")
    manager.check("[name=jenis][value=gelondong_merah]")
    manager.check("[name=kopi][value=robusta]")
    looked_at(manager, "lot-baru")
    press(manager, "Mulai lot baru")
    code = manager.url.rsplit("/", 1)[1]

    scale = visitors()
    site.officials["weni"].sign_in(scale)
    scale.goto(f"/timbang?lot={code}")
    scale.fill("[name=cari]", "rohani")
    press(scale, "Cari petani")
    looked_at(scale, "cari-petani")
    scale.click("text=Rohani Contoh")
    scale.check(f"[name=lot][value='{code}']")
    scale.fill("[name=berat]", "1000")
    scale.fill("[name=harga]", "12.000")
    looked_at(scale, "timbang")
    press(scale, "Simpan timbangan")
    assert "Rp12.000.000" in scale.inner_text("main")
    looked_at(scale, "tercatat")

    manager.goto(f"/lot/{code}/olah")
    manager.check("[name=langkah][value=kupas]")
    manager.select_option("[name=ke]", "baru")
    manager.fill("[name=nama]", "Biji petik merah")
    manager.select_option("[name=jenis]", "biji")
    # More than a ton of cherries gives: written down, and said.
    manager.fill("[name=hasil]", "300")
    looked_at(manager, "olah")
    press(manager, "Olah")
    shot(manager, "diolah")
    manager.click("text=Biji petik merah")
    assert "paling banyak 247,2 kg" in manager.inner_text("main")
    looked_at(manager, "temuan")
    manager.get_by_role("link", name="Betulkan").first.click()
    manager.fill("[name=berat]", "230")
    manager.fill("[name=alasan]", "Timbangan terbaca keliru.")
    press(manager, "Betulkan")
    assert "Cocok" in manager.inner_text("main")
    green = manager.url.rsplit("/", 1)[1]
    manager.goto(f"/lot/{green}/olah")
    manager.check("[name=langkah][value=karung]")
    manager.select_option("[name=ke]", "baru")
    manager.fill("[name=nama]", "Kopi petik merah Penindaian")
    manager.select_option("[name=jenis]", "biji")
    manager.fill("[name=hasil]", "230")
    manager.fill("[name=air]", "12")
    manager.fill("[name=karung]", "4")
    press(manager, "Olah")
    manager.click("text=Kopi petik merah Penindaian")
    bag = manager.url.rsplit("/", 1)[1]
    looked_at(manager, "lot")

    approver = visitors()
    site.officials["salman"].sign_in(approver)
    approver.goto(f"/lot/{bag}/sertifikat")
    approver.check("[name=jenis][value=asal]")
    looked_at(approver, "sertifikat")
    press(approver, "Terbitkan sertifikat")
    assert "Belum bersertifikat\n0 kg" in approver.inner_text("main")

    labels = manager.request.get(f"/lot/{bag}/label.pdf").body()
    assert codes_on(labels, tmp_path) == [f"{site.base.upper()}/K/{bag}"] * 4

    stranger = visitors()
    stranger.goto(f"/K/{bag}")
    assert stranger.url.endswith(f"/kopi/lot/{bag}")
    text = stranger.inner_text("main")
    assert "1 kebun, 1,5 hektare" in text and "Penindaian" in text
    assert "Rohani" not in text and "12.000" not in text
    looked_at(stranger, "kemasan")
    assert weight(stranger) <= 60_000


def sent(page):
    """A whole request for a plot, from the first page to its number."""
    start(page, "daftar-kebun-kopi")
    fill_until(page, "/periksa", KEBUN)
    page.check("[name=benar]")
    press(page, "Kirim permohonan")
    return number(page)


def found(page, shown):
    """The extension worker was there and writes down that it is so."""
    open_case(page, shown)
    page.locator("section.langkah-kini").get_by_role("link", name="Kebun cocok, catat").click()
    page.fill("[name=catatan-petugas]", "Batas dicocokkan di kebun.")
    send_on(page)


def codes_on(pdf, folder):
    """What a second program reads on the pages."""
    (folder / "label.pdf").write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", "200", "-png", folder / "label.pdf", folder / "label"], check=True
    )
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", *sorted(folder.glob("label*.png"))],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout
    return read.split()


def weight(page):
    """Bytes of everything that a first visit fetches."""
    sizes = page.evaluate(
        "() => performance.getEntries().map(e => e.transferSize || 0).reduce((a, b) => a + b, 0)"
    )
    return sizes
