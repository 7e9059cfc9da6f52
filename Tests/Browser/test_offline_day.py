"""A day without a signal: the server is stopped, an extension worker registers fifty growers and
walks their plots, closes the phone in between, and sends once in the evening."""

import csv
import io
import re
import subprocess

import pytest

from conftest import _binary, _surroundings, new_site, said
from growers import HURRY, SERVICE, Phone, grower, hectares
from people import send_now

GOES_FIRST = True

GROWERS = 50


def _rows(site):
    """The cases of the service as the record holds them."""
    table = said("export", str(site.folder), "--service", SERVICE, "--csv", "--personal",
                 "--reason", "Pemeriksaan hari tanpa sinyal")
    return list(csv.DictReader(io.StringIO(table.lstrip("\ufeff")), delimiter=";"))


def _corners(boundary):
    """The corners of a boundary, as a table of the record writes them."""
    pairs = re.findall(r"bujur: (-?\d+(?:,\d+)?).*?lintang: (-?\d+(?:,\d+)?)", boundary)
    return [(float(north.replace(",", ".")), float(east.replace(",", ".")))
            for east, north in pairs]


def stop(site):
    """The signal is gone."""
    site.server.terminate()
    site.server.wait(timeout=30)


def go_on(site):
    """The signal is back, at the same address."""
    port = site.base.rsplit(":", 1)[1]
    with open(site.folder.parent / "serve.log", "a", encoding="utf-8") as log:
        site.server = subprocess.Popen(
            [_binary(), "serve", str(site.folder), "--port", port],
            env=_surroundings(), stdout=subprocess.PIPE, stderr=log, text=True)
    assert re.search(r"http://", site.server.stdout.readline())


@pytest.fixture
def site(tmp_path_factory):
    """A regency of its own: its server is stopped and started."""
    made = new_site(tmp_path_factory.mktemp("luring") / "contoh")
    site = next(made)
    yield site
    if site.server.poll() is None:
        stop(site)
    made.close()


@pytest.fixture
def worker(site, visitors):
    """An extension worker who has the form on the phone before the signal goes."""
    page = visitors(360, 740)
    site.officials["zainal"].sign_in(page)
    phone = Phone(page)
    phone.open()
    phone.ready()
    return phone


def _register(phone, number, first):
    answers, corners = grower(number)
    phone.press("Mulai mengisi" if first else "Petani berikutnya")
    phone.fill(answers)
    corners = phone.walk(corners)
    if number % 10 == 0:
        phone.photograph("foto_kebun")
    phone.keep()
    return answers["nik"], corners


def _outbox(page):
    page.goto("/saya/kotak-keluar")
    page.wait_for_function("""() => document.querySelector('[data-keadaan]')
        || /Tidak ada yang menunggu/.test(document.querySelector('main').textContent)""")


def _all_sent(page, many):
    page.wait_for_function(
        """many => document.querySelectorAll('[data-keadaan=terkirim]').length === many""",
        arg=many, timeout=30000)


def test_a_day_without_a_signal(site, worker):
    stop(site)
    plots = {}
    for number in range(GROWERS):
        if number == 5:
            worker.hurry()
        if number == GROWERS // 2:
            # The phone is closed in the middle of a plot, and opened again.
            answers, corners = grower(900)
            worker.press("Petani berikutnya")
            worker.fill(answers)
            worker.press("Mulai mengukur")
            worker.page.evaluate(HURRY, [corners[0]])
            first = worker.corners()
            context = worker.page.context
            worker.page.close()
            worker = Phone(context.new_page())
            worker.open()
            worker.page.get_by_role("button", name="Bapak Petani C.").click()
            assert worker.corners() == first
            worker.press("Lanjutkan mengukur")
            for at, corner in enumerate(corners[1:], 2):
                worker.note(corner, at)
            worker.press("Selesai, tutup batas")
            plots[answers["nik"]] = worker.corners()
            worker.keep()
            worker.hurry()
            continue
        nik, corners = _register(worker, number, number == 0)
        plots[nik] = corners
    assert len(worker.stored("kirim")) == GROWERS

    _outbox(worker.page)
    assert f"{GROWERS} belum terkirim" in worker.page.inner_text("main")
    other = worker.page.context.new_page()
    _outbox(other)
    go_on(site)
    # Two tabs at once, and the worker behind them.
    for page in (worker.page, other):
        send_now(page)
    _all_sent(worker.page, GROWERS)

    rows = _rows(site)
    assert len(rows) == GROWERS
    found = {row["nik"]: row for row in rows}
    assert set(found) == set(plots)
    for nik, corners in plots.items():
        assert _corners(found[nik]["batas_kebun"]) == corners, nik
        shown = re.search(r"luas: (\d+(?:,\d+)?)", found[nik]["batas_kebun"])[1].replace(",", ".")
        assert float(shown) == pytest.approx(hectares(corners), rel=1e-3), nik
    assert not [item for item in worker.stored("kirim") if "isi" in item and item["isi"]]
