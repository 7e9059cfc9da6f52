"""What an office is reminded of once days have passed: by a clock that is turned for the server."""

import re
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from checks import bears_large_and_spaced_text
from conftest import _binary, _surroundings, init_regency
from people import Official, digits, send

#: On PostgreSQL nodes go by the clock of the database, which is not turned here.
ENGINE = "sqlite"

#: Whoever asks this library for the time gets it shifted.
TURNED = """
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t id, struct timespec *now) {
    long result = syscall(SYS_clock_gettime, id, now);
    const char *shift = getenv("TURNED_BY");
    if (result == 0 && shift && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE))
        now->tv_sec += atol(shift);
    return (int)result;
}
"""


class Server:
    """The program, served under a clock."""

    def __init__(self, folder, days=0):
        more = {}
        if days:
            code, library = folder.parent / "jam.c", folder.parent / "jam.so"
            code.write_text(TURNED)
            subprocess.run(["clang", "-shared", "-fPIC", "-o", library, code], check=True)
            more = {"LD_PRELOAD": str(library), "TURNED_BY": str(days * 86_400)}
        self.process = subprocess.Popen(
            [_binary(), "serve", str(folder), "--port", "0"],
            env={**_surroundings(), **more}, stdout=subprocess.PIPE, text=True,
        )
        self.base = re.search(r"http://[^\s/]+", self.process.stdout.readline())[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture
def page_of(chromium):
    opened = []

    def page(base, width=360):
        context = chromium.new_context(
            base_url=base, viewport={"width": width, "height": 800}, locale="id-ID"
        )
        context.set_default_timeout(20000)
        opened.append(context)
        return context.new_page()

    yield page
    for context in opened:
        context.close()


def wait_for(page, words):
    """The clock of the cases looks every few seconds."""
    for _ in range(80):
        page.goto("/kerja/pengingat")
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"{words!r} did not come: {page.inner_text('main')}")


def test_a_late_case_is_told_to_whom_the_service_names(tmp_path, page_of):
    folder = tmp_path / "contoh"
    init_regency(folder)
    officials = Official.read(folder / "data/petugas-contoh.txt")
    with Server(folder) as server:
        shown = send(page_of(server.base))
    with Server(folder, days=9) as server:
        secretary = page_of(server.base, 1280)
        officials["hendra"].sign_in(secretary)
        wait_for(secretary, shown)
        said = secretary.inner_text("main")
        assert "Lewat waktu" in said
        assert "Surat keterangan usaha" in said
        assert not Axe().run(secretary).response["violations"]
        secretary.set_viewport_size({"width": 320, "height": 640})
        assert secretary.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not bears_large_and_spaced_text(secretary)

        secretary.goto("/kerja/kotak")
        link = secretary.get_by_role("link", name=re.compile(r"Pengingat \(\d+\)"))
        assert link.inner_text() != "Pengingat (0)"
        link.click()
        secretary.get_by_role("link", name=shown).first.click()
        assert digits(shown) in secretary.url
        secretary.go_back()
        # That it is late and that the law's limit is near are two reminders.
        cards = secretary.locator("section", has_text=shown)
        for _ in range(cards.count()):
            cards.first.get_by_role("button", name="Sudah saya baca").press("Enter")
            secretary.wait_for_load_state()
            assert "Dicatat. Tenggatnya tetap jalan." in secretary.inner_text("main")
        assert shown not in secretary.inner_text("main")
        assert "Tidak ada yang mendesak" in secretary.inner_text("main")
        assert not Axe().run(secretary).response["violations"]
