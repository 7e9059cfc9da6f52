"""Anybody finds an office, reads a standard whole and takes the data away, in two languages."""

import csv
import io
import json
import os
import re

from papers import text_of
from test_everybody_can_use_it import inspector  # noqa: F401

SERVICE = "/layanan/surat-keterangan-usaha"


def keep(page, name):
    """A picture of the page for whoever wants to look, in the folder that SHOTS names."""
    folder = os.environ.get("SHOTS")
    if folder:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=f"{folder}/{name}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="light")


def test_an_office_is_found_and_tells_its_hours(phone, inspector):  # noqa: F811
    """From the front page by the search to the office, its hours and its services."""
    phone.goto("/")
    inspector.look(phone, "home")
    keep(phone, "home")
    phone.fill("[name=q]", "Pasar II")
    phone.press("[name=q]", "Enter")
    phone.wait_for_load_state()
    inspector.look(phone, "what was found")
    keep(phone, "found")
    phone.get_by_role("link", name=re.compile("Pasar II")).first.click()
    assert re.search(r"(Buka|Tutup) sekarang", phone.inner_text("main"))
    assert "07.30-11.30" in phone.inner_text("table"), "Friday has a longer break"
    inspector.look(phone, "office")
    keep(phone, "office")
    phone.get_by_role("link", name="Kantor dan loket").first.click()
    inspector.look(phone, "offices")
    keep(phone, "offices")
    inspector.has_nothing_to_say()


def test_a_standard_is_read_whole_and_taken_along(phone, inspector):  # noqa: F811
    """All services by topic, one of them, its fourteen parts, and the same on paper."""
    phone.goto("/layanan")
    inspector.look(phone, "services by topic")
    keep(phone, "services")
    topic = phone.locator("main h2 a").first
    topic.click()
    inspector.look(phone, "topic")
    keep(phone, "topic")
    phone.goto(SERVICE)
    phone.locator(f"a[href='{SERVICE}/standar']").click()
    *headings, personal = phone.locator("main h2").all_inner_texts()
    assert len(headings) == 14
    assert "pribadi" in personal, "what is done with personal data comes after the parts of the law"
    inspector.look(phone, "standard")
    keep(phone, "standard")
    paper = phone.request.get(phone.locator(f"a[href='{SERVICE}/standar.pdf']").get_attribute("href"))
    words = " ".join(text_of(paper.body()).split())
    assert all(heading in words for heading in [*headings, personal])
    data = phone.request.get(f"{SERVICE}/standar.json").json()
    assert [f"{n}. {part['term']}" for n, part in enumerate(data["components"], 1)] == headings
    inspector.has_nothing_to_say()


def test_the_data_are_there_for_everybody(phone, inspector):  # noqa: F811
    """Every file that the page names can be read by a program."""
    phone.goto("/data")
    inspector.look(phone, "data")
    keep(phone, "data")
    files = [link.get_attribute("href") for link in phone.locator("a[href^='/data/']").all()]
    assert len(files) >= 8
    for file in files:
        answer = phone.request.get(file)
        assert answer.status == 200, file
        if file.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(answer.text()), strict=True))
            assert len({len(row) for row in rows}) == 1, file
        else:
            whole = json.loads(answer.text())
            names = [column["name"] for column in whole["columns"]]
            assert all(sorted(row) == sorted(names) for row in whole["rows"]), file
    calendar = phone.request.get("/kalender.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert max(map(len, calendar.body().split(b"\r\n"))) <= 75
    inspector.has_nothing_to_say()


def test_who_reads_english_is_offered_it_once(visitors, inspector):  # noqa: F811
    """A newcomer's browser asks for English: a link, no redirect; then the pages are English."""
    page = visitors(locale="en-GB")
    page.goto("/layanan")
    assert page.locator("html").get_attribute("lang") == "id", "nobody is led anywhere"
    inspector.look(page, "offer of English")
    keep(page, "offer")
    page.get_by_role("link", name="This page is also available in English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    for address in ("/en/layanan", "/en/unit", "/en/unit/kel-pasar-ii", "/en/data",
                    f"/en{SERVICE}/standar", "/en/tentang", "/en/cari?q=usaha"):
        page.goto(address)
        assert page.get_by_role("link", name="also available in English").count() == 0
        inspector.look(page, address)
    keep(page, "english")
    page.goto("/layanan")
    assert "also available" not in page.inner_text("main"), "only once"
    answer = page.goto("/tidak-ada")
    assert answer.status == 404
    inspector.look(page, "not found, with a search")
    keep(page, "not-found")
    inspector.has_nothing_to_say()
