"""The practice copy: started by one command, marked everywhere, with work and a card per post."""

import os
import re
import subprocess
from pathlib import Path

import pytest

import conftest
from people import Official
from test_everybody_can_use_it import inspector  # noqa: F401


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The practice copy of a regency of its own, served beside the site."""
    folder = tmp_path_factory.mktemp("latihan") / "kabupaten"
    conftest.init_regency(folder)
    server = subprocess.Popen(
        [conftest._binary(), "serve", str(folder), "--latihan", "--port", "0"],
        env=conftest._surroundings(), stdout=subprocess.PIPE, text=True,
    )
    try:
        said = ""
        while "berjalan di" not in said:
            line = server.stdout.readline()
            assert line, f"the practice copy does not start: {said}"
            said += line
        base = re.search(r"berjalan di (\S+)", said)[1]
        yield base, folder / "latihan/data/petugas-latihan.txt"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _picture(page, name):
    """For whoever wants to look: PICTURES names a folder."""
    folder = os.environ.get("PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


def test_an_official_practises_with_the_card_beside_the_keyboard(
    practice, visitors, inspector  # noqa: F811
):
    """Banner, card, PDF, and a case in the inbox that waits for this post."""
    base, passwords = practice
    phone, desk = visitors(), visitors(1280, 800)
    phone.goto(f"{base}/")
    band = phone.get_by_text("LATIHAN: yang dikirim di sini tidak sampai ke kantor mana pun")
    assert band.is_visible()
    assert phone.locator("meta[name=robots]").get_attribute("content") == "noindex"
    _picture(phone, "latihan-360")
    phone.get_by_role("link", name="Kartu tugas").first.click()
    inspector.look(phone, "task cards")
    phone.locator("a[href='/latihan/tugas/petugas-pasar-ii']").click()
    assert phone.locator("h1").inner_text() == "Kartu tugas: Petugas pelayanan"
    assert phone.locator("ol li").count() >= 4
    inspector.look(phone, "task card")
    _picture(phone, "kartu-360")
    paper = phone.request.get(f"{base}/latihan/tugas/petugas-pasar-ii/kartu.pdf")
    assert paper.body().startswith(b"%PDF-")
    if os.environ.get("PICTURES"):
        (Path(os.environ["PICTURES"]) / "kartu.pdf").write_bytes(paper.body())

    officials = Official.read(passwords)
    desk.goto(f"{base}/petugas/masuk")
    official = officials["petugas.pasar.ii"]
    desk.fill("[name=nama]", "petugas.pasar.ii")
    desk.fill("[name=sandi]", official.password)
    desk.locator("main form button.tombol").first.click()
    desk.goto(f"{base}/kerja/kotak")
    assert desk.locator("a[href^='/kerja/perkara/']").count() > 0, "something waits to be done"
    inspector.look(desk, "inbox of the practice copy")
    _picture(desk, "kotak-1280")
    assert not inspector.faults, inspector.faults
