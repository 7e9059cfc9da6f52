"""The day of a head of office: what waits, one after the other; and the day of the one who stands in."""

import datetime
import re

import pytest

from conftest import said
from papers import text_of
from people import WARUNG, Official, digits, do, send, send_on


@pytest.fixture
def three_letters(visitors, desk):
    """Three applications that were checked and wait for the head's hand, the oldest first."""
    rina, numbers = desk("rina"), []
    for name in ("Ratna Sari", "Budi Hartono", "Cik Ayu"):
        shown = send(visitors(), WARUNG | {"nama": name})
        do(rina, shown, "Berkas lengkap")
        numbers.append(shown)
    return numbers


def _queue(page):
    page.goto("/kerja/paraf")
    return re.findall(r"\d{4}-\d{4}-\d{4}", page.inner_text("main"))


def _waiting_here(page, numbers):
    return [shown for shown in _queue(page) if shown in numbers]


def test_letters_are_decided_on_one_after_the_other_and_printed_at_once(desk, three_letters):
    rahayu = desk("rahayu")
    assert rahayu.goto("/kerja/kotak").ok
    rahayu.click("summary:has-text('Menu')")
    rahayu.get_by_role("link", name="Paraf dan tanda tangan").first.click()
    assert _waiting_here(rahayu, three_letters) == three_letters, "the oldest comes first"
    rahayu.goto(f"/kerja/perkara/{digits(three_letters[0])}")
    for _ in range(2):
        step = rahayu.locator("section.langkah-kini")
        step.get_by_role("link", name="Tanda tangani dan terbitkan", exact=True).click()
        send_on(rahayu)
        rahayu.get_by_role("link", name=re.compile("Surat berikutnya")).click()
    _queue(rahayu)
    assert "Perlu tanda tangan basah" in rahayu.inner_text("main")
    paper = rahayu.request.get("/kerja/paraf/surat.pdf")
    words = text_of(paper.body())
    assert "Ratna Sari" in words and "Budi Hartono" in words
    assert "Cik Ayu" not in words, "what is not decided on has no letter yet"
    assert "KONSEP" not in words


def test_whoever_stands_in_finds_the_same_letters_and_signs_as_such(
    desk, site, visitors, three_letters
):
    """A deputy for a week has the queue of the post; the letter says in which capacity."""
    week = datetime.date.today() + datetime.timedelta(days=7)
    told = said("officer", "add", str(site.folder), "--name", "Hendra Wijaya", "--login", "plh",
                "--post", "lurah-pasar-ii", "--capacity", "plh", "--until", week.isoformat())
    password = re.search(r"[a-z0-9]{4}(?:-[a-z0-9]{4}){3}", told)[0]
    hendra = visitors(1280, 800)
    Official("plh", password, "Hendra Wijaya").sign_in(hendra)
    assert _waiting_here(hendra, three_letters) == three_letters
    assert "Plh." in hendra.inner_text("main")
    do(hendra, three_letters[0], "Tanda tangani dan terbitkan")
    paper = hendra.get_by_role("link", name="Cetak").first.get_attribute("href")
    assert "KONSEP" not in text_of(hendra.request.get(paper).body())


def test_who_signs_nothing_has_no_queue(desk, three_letters):
    rina = desk("rina")
    assert not _queue(rina)
    assert "Tidak ada surat yang menunggu Anda" in rina.inner_text("main")
    rina.goto("/kerja/kotak")
    assert rina.get_by_role("link", name="Paraf dan tanda tangan").count() == 0
    assert rina.request.get("/kerja/paraf/surat.pdf").status == 404
