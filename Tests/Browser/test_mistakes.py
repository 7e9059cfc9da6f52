"""What is said when something is missing, wrong, unknown, or not for whoever asks."""

import pytest

from papers import DISGUISED, HUGE, JPEG, PDF, TOO_BIG
from people import (
    CONTINUE, WARUNG, digits, fill_screen, fill_until, number, open_case, press, send, send_on,
    start,
)


def hears(page, sentence):
    """The page says the sentence in its summary and at the field, and its title warns."""
    assert page.title().startswith("Perlu diperbaiki:"), page.title()
    assert sentence in page.inner_text("#galat"), page.inner_text("#galat")
    assert sentence in page.locator(".keliru").all_inner_texts(), page.inner_text("main")


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_every_required_screen_says_what_is_missing_and_keeps_what_was_written(visitors, script):
    """An empty screen names each gap twice in the same words; answers stay where they were."""
    page = visitors(java_script_enabled=script)
    empty = {"sejak": "abcd"}

    def leave_empty(page):
        answers = [f for f in page.locator("main form .isian").all()]
        page.evaluate("document.querySelectorAll('main form [type=text],main form [type=tel],"
                      "main form [type=search],main form textarea').forEach(f => f.value = '')")
        fill_screen(page, empty)
        if page.locator("[name=nib]").count() == len(answers) or page.locator(".unggah").count():
            fill_screen(page, WARUNG)
            return
        page.evaluate("document.querySelectorAll('main form :checked')"
                      ".forEach(f => f.checked = false)")
        send_on(page)
        shown = page.locator(".keliru").all_inner_texts()
        summary = page.locator("#galat li").all_inner_texts()
        assert shown and summary == shown, (page.url, summary, shown)
        assert page.title().startswith("Perlu diperbaiki:")
        if script:
            assert page.evaluate("document.activeElement.id") == "galat"
            page.locator("#galat a").first.click()
            focused = page.evaluate("document.activeElement.tagName")
            assert focused in ("INPUT", "TEXTAREA", "FIELDSET"), (page.url, focused)
        if page.locator("[name=sejak]").count():
            assert page.input_value("[name=sejak]") == "abcd"
        fill_screen(page, WARUNG)

    start(page)
    fill_until(page, "/periksa", on_screen=leave_empty)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("nik", "160308450590001", "NIK harus 16 angka. Anda menulis 15 angka"),
        ("nik", "16030845059000AB", "NIK hanya berisi angka"),
        ("hp", "0812", "Nomor HP kurang lengkap. Tulis mulai dari 08"),
    ],
)
def test_a_wrong_answer_is_told_with_the_reason(phone, name, typed, sentence):
    """The sentence says what was found and what to write; what was typed stays."""
    start(phone)
    fill_screen(phone, WARUNG)
    phone.fill(f"[name={name}]", typed)
    send_on(phone)
    hears(phone, sentence)
    assert phone.input_value(f"[name={name}]") == typed
    assert phone.input_value("[name=nama]") == WARUNG["nama"]


def test_a_missing_photo_and_a_disguised_text_are_told(phone):
    """A file is judged by what is in it, whatever its name says."""
    start(phone)
    fill_until(phone, "/foto_ktp")
    send_on(phone)
    assert phone.title().startswith("Perlu diperbaiki:")
    phone.set_input_files("[name=foto_ktp]", DISGUISED)
    send_on(phone)
    hears(phone, "Berkas harus foto (JPG, PNG) atau PDF")
    phone.set_input_files("[name=foto_ktp]", JPEG)
    send_on(phone)
    assert phone.url.endswith("/foto_usaha")


def test_a_photo_that_is_too_big_is_told_with_its_size(visitors):
    """Without scripts the photo arrives as it is, and the sentence names its size."""
    phone = visitors(java_script_enabled=False)
    start(phone)
    fill_until(phone, "/foto_ktp")
    phone.set_input_files("[name=foto_ktp]", TOO_BIG)
    send_on(phone)
    assert phone.title().startswith("Perlu diperbaiki:"), phone.inner_text("main")
    assert "8,4 MB" in phone.inner_text("#galat")
    phone.set_input_files("[name=foto_ktp]", HUGE)
    send_on(phone)
    assert phone.locator("h1").inner_text() == "Kiriman terlalu besar"
    phone.click("main .tombol")
    assert phone.url.endswith("/foto_ktp"), "the way leads back to the question"


def test_consent_that_is_not_ticked_is_asked_for(phone):
    """Nothing is sent before the box is ticked."""
    start(phone)
    fill_until(phone, "/periksa")
    with phone.expect_response(lambda answer: "/kirim/" in answer.url) as answer:
        press(phone, "Kirim permohonan")
    assert answer.value.status == 422
    hears(phone, "Centang kotak ini kalau data sudah benar")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("4829-1037-5528", "Ada angka yang tertukar atau keliru tulis pada nomor itu"),
        ("4829-1037-5527", "Kami tidak menemukan nomor itu"),
        ("", "Kami tidak menemukan nomor itu"),
    ],
)
def test_a_number_that_leads_nowhere_is_told(phone, typed, sentence):
    """A wrong check digit is told apart from a number that nobody has."""
    phone.goto("/lacak")
    phone.fill("[name=nomor]", typed)
    send_first(phone)
    assert phone.title().startswith("Perlu diperbaiki:")
    assert sentence in phone.inner_text("#galat")
    assert phone.input_value("[name=nomor]").replace("-", "") == typed.replace("-", "")


def send_first(page):
    page.locator("main form button").first.click()


def test_wrong_last_digits_open_nothing_and_end_in_a_pause(phone, desk):
    """Five tries, then a pause, even for the right digits."""
    shown = send(phone)
    rina = desk("rina")
    open_case(rina, shown)
    rina.click("text=Minta lengkapi")
    send_on(rina)
    assert rina.title().startswith("Perlu diperbaiki:")
    rina.fill("[name=catatan-warga]", "Foto KTP buram.")
    send_on(rina)
    phone.context.clear_cookies()
    phone.goto(f"/lacak/{digits(shown)}")
    for _ in range(5):
        phone.fill("[name=hp]", "9999")
        send_on(phone)
        if not phone.locator("[name=hp]").count():
            break
        hears(phone, "Angka itu tidak cocok. Tulis 4 angka terakhir nomor HP yang Anda pakai")
        assert "buram" not in phone.content()
    phone.goto(f"/lacak/{digits(shown)}")
    phone.fill("[name=hp]", "0001")
    send_on(phone)
    assert "Sudah terlalu sering dicoba" in phone.inner_text("main")


def test_the_same_form_sent_twice_gives_the_same_number(phone):
    """A lost answer, a step back, a second press: still one request."""
    start(phone)
    fill_until(phone, "/periksa")
    phone.check("[name=benar]")
    target = phone.locator(CONTINUE).first.evaluate("b => b.form.action")
    key = phone.locator("main form [name=kunci]").first.input_value()
    press(phone, "Kirim permohonan")
    first = number(phone)
    again = phone.request.post(
        target, form={"kunci": key, "benar": "ya"}, headers={"Origin": target.split("/kirim")[0]}
    )
    assert again.ok and first in again.text()
    phone.go_back()
    if phone.locator("[name=benar]").count():
        phone.check("[name=benar]")
        press(phone, "Kirim permohonan")
        assert number(phone) == first


def test_two_officials_at_once_meet_on_a_page_that_compares(phone, desk):
    """What the second wanted is not done, and nothing that was written is lost."""
    shown = send(phone)
    rina, hendra = desk("rina"), desk("rina")
    for page in (rina, hendra):
        open_case(page, shown)
        page.click("text=Minta lengkapi")
    rina.fill("[name=catatan-warga]", "Foto KTP buram.")
    send_on(rina)
    hendra.fill("[name=catatan-warga]", "Surat RT belum ada.")
    with hendra.expect_response(lambda answer: answer.request.method == "POST") as answer:
        send_on(hendra)
    assert answer.value.status == 409
    assert "Surat RT belum ada." in hendra.inner_text("main")
    assert "Foto KTP buram." in hendra.inner_text("main")


@pytest.mark.parametrize(
    "address",
    ["/tidak-ada", "/layanan/tidak-ada", "/v/00", "/v/" + "0" * 32, "/isi/" + "0" * 32,
     "/aset/tidak-ada.css"],
)
def test_an_unknown_address_is_told_with_a_way_on(phone, address):
    """Not found is a page like the others, with a way back to the services."""
    assert phone.goto(address).status == 404
    if not address.startswith("/aset"):
        assert phone.locator("main h1").count() == 1
        assert phone.locator("main a").count() >= 1


def test_a_form_from_another_site_is_refused(phone, site):
    """The origin of whoever sends is checked before anything is read."""
    start(phone)
    key = phone.locator("[name=kunci]").first.input_value()
    for headers in ({"Origin": "https://lain.example"}, {"Sec-Fetch-Site": "cross-site"}):
        sent = phone.request.post(phone.url, form={"kunci": key, "nama": "X"}, headers=headers)
        assert sent.status == 403
    sent = phone.request.post(phone.url, form={"nama": "X"}, headers={"Origin": site.base})
    assert sent.status == 403, "a form without its key is refused too"


def test_an_official_of_another_office_sees_nothing_of_a_case(phone, desk):
    """Neither the case, nor its files, nor a line or count of it."""
    before = _counts(desk("lina"))
    shown = send(phone, {**WARUNG, "nama_usaha": "Warung Rahasia"})
    rina, lina = desk("rina"), desk("lina")
    open_case(rina, shown)
    file = rina.locator(".berkas a").first.get_attribute("href")
    for address in (f"/kerja/perkara/{digits(shown)}", file,
                    f"/kerja/perkara/{digits(shown)}/lengkap"):
        assert lina.goto(address).status == 403
        assert "Rahasia" not in lina.content()
    for word in (digits(shown), shown, "Siti", "1603084505900001"):
        lina.goto(f"/kerja/kotak?cari={word}")
        assert lina.locator(f"main a:has-text('{shown}')").count() == 0
    assert _counts(lina) == before
    rina.goto("/kerja/kotak?cari=Siti")
    assert shown in rina.inner_text("main")


def _counts(page):
    page.goto("/kerja/kotak")
    return page.locator("main nav").first.inner_text()


def test_whoever_is_not_signed_in_is_led_to_the_way_in_and_back(phone, site):
    """The address that was asked for opens after signing in; a wrong password is told."""
    phone.goto("/kerja/kotak?tampilan=selesai")
    assert "/petugas/masuk" in phone.url
    phone.fill("[name=nama]", "rina")
    phone.fill("[name=sandi]", "bukan ini")
    press(phone, "Masuk")
    assert phone.title().startswith("Perlu diperbaiki:")
    assert phone.input_value("[name=nama]") == "rina"
    phone.fill("[name=sandi]", site.officials["rina"].password)
    press(phone, "Masuk")
    assert phone.url.endswith("/kerja/kotak?tampilan=selesai")


def test_a_paper_with_two_kinds_is_taken_as_photo_or_pdf(phone):
    """Where a file is asked for, a PDF does as well as a photo."""
    answers = {**WARUNG, "status_tempat": "sewa", "surat_rt": PDF}
    assert number_of(send(phone, answers)) == 12


def number_of(shown):
    return len(digits(shown))
