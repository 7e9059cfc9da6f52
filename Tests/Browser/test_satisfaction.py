"""A finished request offers nine questions; the answers count for the office and nobody else."""

import re

from papers import JPEG
from people import digits, do, send, send_on
from test_everybody_can_use_it import inspector  # noqa: F401

ELEMENTS = [f"u{number}" for number in range(1, 10)]


def _finish(shown, officer, head):
    """Checks the files, issues the letter and uploads the signed scan."""
    do(officer, shown, "Berkas lengkap")
    do(head, shown, "Tanda tangani dan terbitkan")
    head.goto(f"/kerja/perkara/{digits(shown)}/pindaian")
    head.set_input_files("[name=pindaian]", JPEG)
    send_on(head)


def test_a_finished_request_is_graded_once_and_counts_for_its_office(
    phone, desk, inspector  # noqa: F811
):
    """From the end of a request to the reports of its office, with every page looked at."""
    shown = send(phone)
    phone.goto("/permohonan")
    assert "Isi survei kepuasan" not in phone.inner_text("main"), "not before the end"
    rina, rahayu = desk("rina"), desk("rahayu")
    _finish(shown, rina, rahayu)

    phone.goto("/permohonan")
    inspector.look(phone, "request that asks for a survey")
    phone.get_by_role("link", name="Isi survei kepuasan").click()
    inspector.look(phone, "survey")
    link = phone.url
    for element in ELEMENTS[:-1]:
        phone.locator(f"[name={element}][value='4']").check()
    phone.fill("[name=saran]", "Loketnya ramah.")
    send_on(phone)
    assert phone.title().startswith("Perlu diperbaiki:")
    assert "Pilih jawaban untuk pertanyaan 9" in phone.inner_text(".galat")
    inspector.look(phone, "survey with an error")
    phone.locator("[name=u9][value='3']").check()
    phone.locator("[name=umur][value='40-49']").check()
    send_on(phone)
    assert phone.url == link
    assert "tidak bisa diubah lagi" in phone.inner_text("main")
    inspector.look(phone, "thanks")
    phone.goto("/permohonan")
    assert "Isi survei kepuasan" not in phone.inner_text("main"), "once, for ever"

    rina.goto("/kerja/kotak")
    rina.click("summary:has-text('Menu')")
    rina.get_by_role("link", name="Kepuasan warga (IKM)").click()
    inspector.look(rina, "list of reports")
    assert re.search(r"\d+ / \d+", rina.inner_text("main"))
    rina.locator("table a").first.click()
    inspector.look(rina, "report")
    assert "Belum cukup jawaban (1 dari 5)" in rina.inner_text("main"), "too few to tell"
    assert "Loketnya ramah." not in rina.inner_text("main")

    phone.goto("/kinerja")
    inspector.look(phone, "performance")
    assert "Belum diterbitkan" in phone.inner_text("main")
    inspector.has_nothing_to_say()


def test_only_leaders_see_all_offices(desk):
    """The head of the regency's offices has a list of all; an official is told whose it is."""
    syahrul, rina = desk("syahrul"), desk("rina")
    assert syahrul.goto("/pimpinan/ikm").status == 200
    assert "Kepuasan warga" in syahrul.inner_text("h1")
    answer = rina.goto("/pimpinan/ikm")
    assert answer.status == 403
    assert "Halaman ini untuk pimpinan daerah." in rina.inner_text("main")


def test_the_survey_is_sent_without_scripts(visitors, desk):
    """The same with scripts switched off."""
    phone = visitors(java_script_enabled=False)
    shown = send(phone)
    _finish(shown, desk("rina"), desk("rahayu"))
    phone.goto("/permohonan")
    phone.get_by_role("link", name="Isi survei kepuasan").click()
    for element in ELEMENTS:
        phone.locator(f"[name={element}][value='3']").check()
    send_on(phone)
    assert "tidak bisa diubah lagi" in phone.inner_text("main")
