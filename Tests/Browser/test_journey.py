"""From the wish for a letter to the letter in the hand."""

import pytest

from papers import JPEG, code_on, drawn, text_of
from people import (
    WARUNG, ask_for_more, digits, do, fill_until, number, open_case, press, send, send_on, start,
)


def _send_by_hand(phone):
    """Home, search, service, every screen, consent; the number."""
    phone.goto("/")
    phone.fill("[name=q]", "surat usaha")
    press(phone, "Cari")
    phone.click("main >> text=Surat keterangan usaha")
    press(phone, "Mulai permohonan")
    screens = fill_until(phone, "/periksa")
    assert len(screens) >= 8
    assert "Permohonan belum terkirim" in phone.inner_text("main")
    assert WARUNG["nama_usaha"] in phone.inner_text("main")
    phone.check("[name=benar]")
    press(phone, "Kirim permohonan")
    assert phone.url.endswith("/selesai")
    return number(phone)


def _complete_by_number(phone, shown):
    phone.goto("/")
    phone.fill("[name=nomor]", shown)
    press(phone, "Lacak")
    assert "Perlu Anda lengkapi" in phone.inner_text("main")
    assert "buram" not in phone.inner_text("main"), "the number alone must not tell what is missing"
    phone.fill("[name=hp]", "0001")
    send_on(phone)
    assert "Foto KTP buram" in phone.inner_text("main")
    assert WARUNG["nama"] not in phone.content(), "the digits open what is missing, nothing else"
    phone.set_input_files("[name=foto_ktp]", JPEG)
    send_on(phone)
    assert "/lacak/" in phone.url


def _print_and_check(desk, phone, folder):
    """Prints the letter for signing and reads its code as any phone would; its address."""
    paper = desk.request.get(desk.get_by_role("link", name="Cetak").first.get_attribute("href"))
    words = text_of(paper.body())
    assert WARUNG["nama_usaha"] in words and "KONSEP" not in words
    letter_number = desk.locator(".berkas").first.inner_text().split("\n")[0].strip()
    assert letter_number in words
    address = code_on(drawn(paper.body(), folder))
    phone.goto(address)
    assert "/v/" in phone.url
    assert letter_number in phone.inner_text("main")
    assert "menunggu" in phone.inner_text("main").lower()
    assert WARUNG["nama_usaha"] not in phone.inner_text("main")
    return address


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_letter_is_asked_for_completed_signed_checked_and_fetched(
    visitors, site, tmp_path, script
):
    """The whole way of one request, on a phone of 360 px and at the desks of two officials."""
    phone = visitors(java_script_enabled=script)
    shown = _send_by_hand(phone)
    receipt_link = code_on(_picture(phone.locator(".qr svg"), tmp_path))
    receipt = phone.request.get("/permohonan/tanda-terima.pdf")
    assert receipt.headers["content-type"] == "application/pdf"
    assert shown in text_of(receipt.body())

    rina = visitors(1280, 800, java_script_enabled=script)
    site.officials["rina"].sign_in(rina)
    assert shown in rina.inner_text("main")
    rina.get_by_role("link", name=shown).click()
    press(rina, "Ambil")
    assert "milik Anda" in rina.inner_text("main")
    ask_for_more(rina, shown)
    _complete_by_number(phone, shown)
    do(rina, shown, "Berkas lengkap")

    rahayu = visitors(1280, 800, java_script_enabled=script)
    site.officials["rahayu"].sign_in(rahayu)
    do(rahayu, shown, "Tanda tangani dan terbitkan")
    check_address = _print_and_check(rahayu, phone, tmp_path)
    rahayu.get_by_role("link", name="pindai").first.click()
    rahayu.set_input_files("[name=pindaian]", JPEG)
    send_on(rahayu)

    assert phone.url == check_address
    phone.reload()
    assert WARUNG["nama_usaha"] in phone.inner_text("main")
    other_phone = visitors(java_script_enabled=script)
    other_phone.goto(receipt_link)
    assert WARUNG["nama"] not in other_phone.content(), "a link that is only seen opens nothing"
    send_on(other_phone)
    address = other_phone.get_by_role("link", name="Unduh surat").get_attribute("href")
    assert other_phone.request.get(address).body()[:2] == b"\xff\xd8"
    other_phone.goto(f"/lacak/{digits(shown)}")
    assert "Selesai" in other_phone.inner_text("main")
    open_case(rina, shown)
    assert "Selesai" in rina.inner_text("main")


@pytest.mark.parametrize("address", ["/selesai", "/lacak/{}"])
def test_what_a_citizen_keeps_prints_on_one_page(phone, address):
    """Number and office are on the paper; what can only be pressed is not."""
    shown = send(phone)
    phone.goto(address.format(digits(shown)))
    paper = phone.pdf(format="A4", print_background=False)
    words = text_of(paper)
    assert words.count("\f") == 1, "one page"
    assert shown in words and "Kelurahan Pasar II" in words
    assert "Unduh PDF" not in words and "wa.me" not in words and "Menu" not in words


def test_a_year_is_written_as_a_year(phone):
    """2019, not 2.019: on the page that is checked, and so in the letter."""
    start(phone)
    fill_until(phone, "/periksa")
    assert "2019" in phone.inner_text("main")


def _picture(drawing, folder):
    picture = folder / "qr.png"
    drawing.screenshot(path=str(picture))
    return picture
