"""A season of 300 invented growers, from plots to certified bags and to the buyer's file."""

import base64
import json
import re

import pytest
from conftest import new_site, run, said
from papers import text_of
from people import press
from shapely.geometry import shape
from shapely.validation import explain_validity
from test_everybody_can_use_it import Inspector

GROWERS = 300


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("musim") / "contoh"
    run("init", str(folder), "--name", "Kabupaten Muara Enim", "--code", "16.03", "--demo")
    run("publish", str(folder))
    told = said("coffee", "season", str(folder), "--growers", str(GROWERS), "--near",
                "103.50,-4.25", "--district", "16.03.08", "--district", "16.03.10")
    return folder, told


@pytest.fixture(scope="module")
def site(made):
    """The same regency, served."""
    yield from new_site(made[0], make=lambda folder: None)


def test_every_grower_brings_coffee_to_certified_bags(made):
    """What came of it stands in one line; a rule that was broken keeps its certificate away."""
    told = made[1]
    count = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", told)}
    assert count["petani"] == GROWERS
    assert count["kebun"] > GROWERS and count["setoran"] > 3 * GROWERS
    assert count["karung"] > 100
    assert count["sertifikat"] == 3 and count["temuan"] == 1
    assert "Konsisten dengan dirinya sendiri" in said("ledger", "verify", str(made[0]))


def _bags(page):
    page.goto("/lot?semua=1")
    links = page.locator("table a[href^='/lot/']")
    return [
        (links.nth(index).inner_text(), links.nth(index).get_attribute("href").split("/")[-1])
        for index in range(links.count()) if ", lot " in links.nth(index).inner_text()
    ]


def _choose(page, word):
    """Chooses the buyer whose name begins so."""
    option = page.locator("[name=pembeli] option", has_text=word)
    page.select_option("[name=pembeli]", option.get_attribute("value"))
    press(page, "Lihat kebunnya")


def _file(page, code):
    """Makes the buyer's file of a lot for the buyer in the EU; its three papers."""
    page.goto(f"/lot/{code}/pembeli")
    _choose(page, "Rösterei")
    press(page, "Buat berkas")
    papers = {}
    for name in ("kebun.geojson", "pernyataan.json", "bukti.pdf"):
        address = page.locator(f"a[href$='/{name}']").first.get_attribute("href")
        papers[name] = page.request.get(address).body()
    return papers


def test_a_buyers_file_passes_an_independent_check(desk, tmp_path):
    """Shapely finds every plot sound, longitude first, six decimals; so does the checker."""
    page = desk("maman")
    title, code = _bags(page)[0]
    papers = _file(page, code)
    told = json.loads(papers["kebun.geojson"])
    assert len(told["features"]) > 50
    for feature in told["features"]:
        plot = shape(feature["geometry"])
        assert plot.is_valid, explain_validity(plot)
        west, south, east, north = plot.bounds
        assert 103.4 < west <= east < 103.7 and -4.4 < south <= north < -3.9
        assert set(feature["properties"]) == {
            "ProducerName", "ProducerCountry", "ProductionPlace", "Area"}
        assert feature["properties"]["ProducerCountry"] == "ID"
        if feature["geometry"]["type"] == "Point":
            assert feature["properties"]["Area"] <= 4
    numbers = re.findall(r"-?\d+\.(\d+)(?=[,\]])", papers["kebun.geojson"].decode())
    assert numbers and {len(decimals) for decimals in numbers if len(decimals) != 4} == {6}
    file = tmp_path / "kebun.geojson"
    file.write_bytes(papers["kebun.geojson"])
    assert said("coffee", "eudr", "check", str(file)).splitlines()[-1].startswith("0 errors")


def test_the_statement_and_the_evidence_tell_the_same(desk):
    """The plots of all producers are those of the file; who did not consent is only counted."""
    page = desk("maman")
    title, code = _bags(page)[0]
    papers = _file(page, code)
    statement = json.loads(papers["pernyataan.json"])
    commodity = statement["commodities"][0]
    features = [
        feature for producer in commodity["producers"]
        for feature in json.loads(base64.b64decode(producer["geometryGeojson"]))["features"]]
    places = {feature["properties"]["ProductionPlace"] for feature in features}
    told = json.loads(papers["kebun.geojson"])["features"]
    assert places == {feature["properties"]["ProductionPlace"] for feature in told}
    assert statement["plots"] == len(told) and statement["plotsLeftOut"] > 0
    assert statement["isComplete"] is False and commodity["hsHeading"] == "090111"
    paper = text_of(papers["bukti.pdf"])
    assert "Petani belum setuju datanya dikirim" in paper
    assert "Belum lengkap" in paper and "DATA CONTOH" in paper
    for one in list(places)[:20]:
        assert one in paper


def test_nothing_goes_to_a_buyer_without_consent(desk):
    """The second buyer has nobody's consent: no file can be made."""
    page = desk("maman")
    page.goto(f"/lot/{_bags(page)[0][1]}/pembeli")
    _choose(page, "Eksportir")
    assert "Belum ada kebun yang bisa disertakan" in page.inner_text("main")
    assert not page.get_by_role("button", name="Buat berkas").count()


def test_the_named_post_sees_plots_and_overlaps(desk, phone, tmp_path):
    """Some plots lie on each other, and the results of Whisp come back by their numbers."""
    page = desk("salman")
    page.goto("/kebun")
    press(page, "Periksa tumpang tindih")
    assert re.search(r"\d+ temuan baru dicatat", page.inner_text("main"))
    assert page.locator("tbody tr").count() >= 2
    codes = page.locator("tbody tr th").all_inner_texts()
    results = tmp_path / "hasil.csv"
    results.write_text("external_id,risk_pcrop\n" + "".join(
        f"{code},{word}\n" for code, word in zip(codes, ["low", "high", "more_info_needed"] * 9)))
    page.goto("/kebun/whisp")
    page.set_input_files("[name=berkas]", str(results))
    page.fill("[name=versi_alat]", "2.0")
    for part, number in zip(("tanggal", "bulan", "tahun"), ("1", "11", "2026")):
        page.fill(f"[name=tanggal-{part}]", number)
    press(page, "Muat hasil")
    assert "kebun dikenal" in page.inner_text("main")
    Inspector().look(page, "results of Whisp")
    page.goto("/kebun?hanya=risiko")
    page.locator("tbody th a").first.click()
    Inspector().look(page, "one plot")


def test_a_stranger_reads_where_the_bags_come_from(desk, phone):
    """The page behind a label, of a lot that grew from hundreds of deliveries."""
    for title, code in _bags(desk("maman")):
        phone.goto(f"/kopi/lot/{code}")
        text = phone.inner_text("main")
        assert title in text and "Dipetik" in text or "petani" in text
        assert not re.search(r"-4\.\d{4}", phone.content())
