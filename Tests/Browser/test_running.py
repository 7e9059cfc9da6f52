"""The server as whoever runs it meets it."""

import re
import subprocess
import urllib.request

import pytest

from conftest import init_regency, run, start_server


def test_the_server_ends_soon_after_it_is_asked_to(tmp_path):
    """A signal to end ends it; whoever updates does not wait for a kill."""
    init_regency(tmp_path / "contoh")
    server = start_server(tmp_path / "contoh")
    try:
        address = re.search(r"http://[^\s/]+", server.stdout.readline())[0]
        with urllib.request.urlopen(address + "/healthz") as answer:
            assert answer.status == 200
        server.terminate()
        try:
            assert server.wait(timeout=5) == 0
        except subprocess.TimeoutExpired:
            pytest.fail("still running")
    finally:
        server.kill()


CREST = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 24">'
         '<path fill="#fff" d="M0 0h20v14c0 6-5 8-10 10C5 22 0 20 0 14z"/></svg>')
LOOK = ('\ntheme: { nama: Urus Contoh, lambang: lambang.svg, utama: "#7A1F2B", '
        'kepala: "#4A1018", emas: "#D9A520" }\n')


def test_what_is_published_is_on_the_pages_of_a_running_site(tmp_path, chromium):
    """Name, crest and colours follow at once, in five requests, by day and by night."""
    folder = tmp_path / "contoh"
    init_regency(folder)
    server = start_server(folder)
    try:
        base = re.search(r"http://[^\s/]+", server.stdout.readline())[0]
        page = chromium.new_page(base_url=base)
        page.goto("/")
        assert page.locator(".nama img").count() == 0
        (folder / "lambang.svg").write_text(CREST)
        with open(folder / "regency.yaml", "a", encoding="utf-8") as file:
            file.write(LOOK)
        run("publish", str(folder))
        page.goto("/layanan")
        assert page.inner_text(".nama") == "Urus Contoh"
        assert page.evaluate("document.querySelector('.nama img').naturalWidth") > 0
        assert len(page.evaluate("performance.getEntriesByType('resource')")) + 1 <= 5
        link = "getComputedStyle(document.querySelector('footer a')).color"
        assert page.evaluate(link) == "rgb(122, 31, 43)"
        page.emulate_media(color_scheme="dark")
        assert page.evaluate(link) not in ("rgb(122, 31, 43)", "rgb(111, 195, 207)")
        page.close()
    finally:
        server.kill()
