"""One sample regency, served once for the whole run, and one Chromium that visits it."""

import os
import re
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import engines
from people import Official
from site_under_test import SiteUnderTest

ROOT = Path(__file__).resolve().parents[2]


def _binary() -> str:
    return str(ROOT / os.environ.get("SERASAN_BINARY", ".build/release/serasan"))


def _surroundings():
    return {**os.environ, "SERASAN_SHARE": os.environ.get("SERASAN_SHARE", str(ROOT))}


def start_server(folder):
    """Serves a regency on a free port; the first line that it prints says where."""
    with open(folder.parent / "serve.log", "a", encoding="utf-8") as log:
        return subprocess.Popen(
            [_binary(), "serve", str(folder), "--port", "0"],
            env=_surroundings(), stdout=subprocess.PIPE, stderr=log, text=True,
        )


def run(*words):
    """Runs the program to its end."""
    subprocess.run(
        [_binary(), *engines.words_of(words)], check=True, env=_surroundings(),
        stdout=subprocess.DEVNULL,
    )


def said(*words):
    """Runs the program to its end; what it printed."""
    return subprocess.run(
        [_binary(), *engines.words_of(words)], check=True, env=_surroundings(),
        stdout=subprocess.PIPE, text=True,
    ).stdout


def init_regency(folder):
    """A regency of invented people."""
    run("init", str(folder), "--name", "Kabupaten Muara Enim", "--code", "16.03", "--demo")


def new_site(folder, change=lambda folder: None, make=init_regency):
    """Makes a regency and serves it on a port that was free, until the fixture is done with it;
    `change` does something to its folder before."""
    make(folder)
    change(folder)
    server = start_server(folder)
    try:
        first = server.stdout.readline()
        address = re.search(r"http://[^\s/]+", first)
        assert address, f"the server did not say where it listens: {first!r}"
        yield SiteUnderTest(
            address[0], Official.read(folder / "data/petugas-contoh.txt"), folder, server
        )
    finally:
        server.terminate()
        try:
            server.wait(timeout=2)
        except subprocess.TimeoutExpired:
            server.kill()


def pytest_collection_modifyitems(items):
    """Files that say `GOES_FIRST = True` do: at the end one of them would be at work alone."""
    items.sort(key=lambda item: not getattr(item.module, "GOES_FIRST", False))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before the first fixture of a test: it may make a regency."""
    engines.take(item.module)


@pytest.fixture(scope="session")
def sites():
    """The regencies of the run, by their engine."""
    with ExitStack() as ends:
        yield {}, ends


@pytest.fixture(scope="module")
def site(sites, tmp_path_factory):
    """The regency of the run, in a temporary folder; one for each engine."""
    made, ends = sites
    engine = engines.Now.engine
    if engine not in made:
        folder = tmp_path_factory.mktemp("kabupaten") / "contoh"
        made[engine] = ends.enter_context(contextmanager(new_site)(folder))
    return made[engine]


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium without a window, nothing downloaded."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell"),
            args=["--no-sandbox"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visitors(site, chromium):
    """Opens phones and desks; all of them are closed when the test ends."""
    opened = []

    def visit(width=360, height=640, **more):
        is_phone = width < 700
        context = chromium.new_context(
            base_url=site.base, viewport={"width": width, "height": height}, is_mobile=is_phone,
            has_touch=is_phone, **{"locale": "id-ID"} | more,
        )
        context.set_default_timeout(20000)
        opened.append(context)
        return context.new_page()

    yield visit
    for context in opened:
        context.close()


@pytest.fixture
def phone(visitors):
    return visitors()


@pytest.fixture
def desk(site, visitors):
    """Signs an official in, at the width of a desk; the way in is walked once per official."""

    def sit(name, **more):
        if name in site.signed_in:
            return visitors(1280, 800, storage_state=site.signed_in[name], **more)
        page = visitors(1280, 800, **more)
        site.officials[name].sign_in(page)
        site.signed_in[name] = page.context.storage_state()
        return page

    return sit
