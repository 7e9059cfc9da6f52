"""The desk's queue of messages: opened in WhatsApp, ticked by hand, read by both sides."""

from axe_playwright_python.sync_playwright import Axe

from checks import bears_large_and_spaced_text
from people import ask_for_more, digits, send


def axe(page):
    return Axe().run(page).response["violations"]


def wait_for(page, words):
    """The worker sorts every few seconds."""
    for _ in range(40):
        page.goto("/kerja/kabar")
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"{words!r} did not come")


def test_a_message_is_opened_and_ticked(phone, desk):
    shown = send(phone)
    rina = desk("rina")
    ask_for_more(rina, shown, "Foto KTP buram")
    wait_for(rina, shown)
    assert "perlu dilengkapi: Foto KTP buram" in rina.inner_text("main")
    assert not axe(rina)

    card = rina.locator("section", has_text=shown)
    # There is no network behind the tests: what counts is where the browser goes.
    with rina.expect_request("https://wa.me/**") as opened:
        card.get_by_role("button", name="Buka WhatsApp dengan pesan ini").click()
    assert opened.value.url.startswith("https://wa.me/62")
    assert digits(shown) in opened.value.url

    phone.goto("/permohonan")
    assert "Pesan dibuka di WhatsApp" in phone.inner_text("main")
    assert "Pesan dikirim lewat WhatsApp" not in phone.inner_text("main")

    rina.goto("/kerja/kabar")
    card.get_by_role("button", name="Sudah saya kirim").click()
    assert "Dicatat" in rina.inner_text("main")
    phone.goto("/permohonan")
    assert "Pesan dikirim lewat WhatsApp" in phone.inner_text("main")


def test_the_queue_fits_a_phone(phone, desk):
    shown = send(phone)
    rina = desk("rina")
    ask_for_more(rina, shown, "Foto KTP buram")
    wait_for(rina, shown)
    rina.set_viewport_size({"width": 360, "height": 640})
    assert not axe(rina)
    rina.set_viewport_size({"width": 320, "height": 640})
    assert rina.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not bears_large_and_spaced_text(rina)
