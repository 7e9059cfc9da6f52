"""Words that two officials typed from an agreement: nobody types them again to fetch."""

import pytest
from conftest import run
from mail_server import free_port
from people import Official, press
from site_under_test import SiteUnderTest
from test_catalogue_pages import Served, fetched
from test_exchange import Origin


@pytest.fixture(scope="module")
def ports():
    return free_port(), free_port()


@pytest.fixture(scope="module")
def origin(tmp_path_factory, ports):
    made = Origin(tmp_path_factory.mktemp("asal"))
    made.site = Served(made.folder, ports[0], ports[1])
    made.release("1.0.0")
    made.site.start()
    yield made
    made.site.stop()


@pytest.fixture(scope="module")
def site(tmp_path_factory, ports, origin):
    """Tapanuli Selatan, which has a signed agreement with the publisher and nothing of it yet."""
    folder = tmp_path_factory.mktemp("tapsel") / "kab"
    run("init", str(folder), "--name", "Kabupaten Tapanuli Selatan", "--code", "12.03",
        "--demo", "--empty")
    run("publish", str(folder))
    run("sample-agreement", str(folder), "--partner", "16.03", "--partner-name",
        "Kabupaten Muara Enim", "--blueprint", "16.03/umkm", "--incoming", "--words", origin.words)
    served = Served(folder, ports[1], ports[0])
    served.start()
    yield SiteUnderTest(served.base, Official.read(folder / "data/petugas-contoh.txt"), folder)
    served.stop()


def test_what_two_have_typed_is_not_asked_again(origin, site, desk):
    tono = desk("tono")
    tono.goto(f"/kelola/cetak-biru/pasang?dari={origin.site.base}/cetak-biru/16.03/umkm")
    press(tono, "Ambil dan tinjau")
    fetched(tono)
    text = tono.inner_text("main")
    assert "Penerbitnya dikenal dari perjanjian" in text
    assert tono.get_by_role("button", name="Pasang sebagai konsep").count() == 1
