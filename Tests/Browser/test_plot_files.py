"""What `serasan coffee eudr check` mends is read by other people's tools: shapely judges the shapes,
geographiclib measures them, and neither knows anything of our code."""

import json
import math
import random
import subprocess

import pytest
from geographiclib.geodesic import Geodesic
from shapely.affinity import scale
from shapely.geometry import mapping, shape
from shapely.validation import explain_validity

from conftest import _binary, _surroundings

PROPERTIES = {"ProducerName": "Kenari Bukit", "ProducerCountry": "ID"}


def check(path, *words):
    """The command's exit code and what it says as JSON."""
    done = subprocess.run(
        [_binary(), "coffee", "eudr", "check", str(path), "--json", *map(str, words)],
        env=_surroundings(), stdout=subprocess.PIPE, text=True,
    )
    return done.returncode, json.loads(done.stdout)


def collection(geometries, **properties):
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {**PROPERTIES, "ProductionPlace": f"16.03.08-{n:04}", **properties},
                "geometry": geometry,
            }
            for n, geometry in enumerate(geometries)
        ],
    }


def star(numbers, corners, far=0.0):
    """A ring around a place near Semende that does not cross itself, far apart from others."""
    middle = (103.4 + far, -4.2)
    angles = sorted(numbers.uniform(0, 2 * math.pi) for _ in range(corners))
    ring = [
        [middle[0] + r * math.cos(a), middle[1] + r * math.sin(a)]
        for a, r in ((a, numbers.uniform(0.0005, 0.0012)) for a in angles)
    ]
    return ring + [ring[0]]


def hectares_on_ellipsoid(geometry):
    polygon = Geodesic.WGS84.Polygon()
    for longitude, latitude in geometry.exterior.coords[:-1]:
        polygon.AddPoint(latitude, longitude)
    _, _, area = polygon.Compute(False, True)
    return abs(area) / 10_000


def hectares_on_plane(geometry):
    """Degrees as metres of the middle latitude, on a sphere of the same size."""
    metre = 111_195
    flat = scale(
        geometry, metre * math.cos(math.radians(geometry.centroid.y)), metre, origin=(0, 0)
    )
    return flat.area / 10_000


@pytest.fixture
def spoiled(tmp_path):
    """Sound plots, each spoiled in a way that can be mended."""
    numbers = random.Random(20261127)
    rings = []
    for n in range(60):
        ring = star(numbers, numbers.randint(5, 40), n * 0.01)
        kind = n % 5
        if kind == 0:
            ring = ring[:-1]
        elif kind == 1:
            ring = ring[::-1]
        elif kind == 2:
            ring = ring[:2] + [ring[1]] + ring[2:]
        elif kind == 3:
            ring = [[*place, 712.5] for place in ring]
        rings.append(ring)
    path = tmp_path / "kebun.geojson"
    path.write_text(json.dumps(collection([{"type": "Polygon", "coordinates": [r]} for r in rings])))
    return path, rings


def read(path):
    return [shape(feature["geometry"]) for feature in json.loads(path.read_text())["features"]]


def test_what_is_mended_is_sound_and_as_large_elsewhere(spoiled, tmp_path):
    path, rings = spoiled
    code, before = check(path)
    assert code == 1
    assert {"ring-open", "ring-turned", "altitude", "vertex-repeated-when-rounded"} <= set(
        before["counts"]
    )
    mended = tmp_path / "baru.geojson"
    code, after = check(path, "--repair", mended)
    assert (code, after["errors"], after["warnings"]) == (0, 0, 0)
    geometries = read(mended)
    assert len(geometries) == len(rings)
    for geometry, plot, ring in zip(geometries, after["plots"], rings):
        assert geometry.is_valid, explain_validity(geometry)
        assert geometry.exterior.is_ccw
        assert plot["hectares"] == pytest.approx(hectares_on_ellipsoid(geometry), rel=1e-6)
        assert plot["hectares"] == pytest.approx(hectares_on_plane(geometry), rel=0.01)
        west, south, east, north = geometry.bounds
        assert 95 < west < east < 141 and -11 < south < north < 6
        # No land is invented: the shape is the one that was given, to the sixth decimal.
        given = shape({"type": "Polygon", "coordinates": [[p[:2] for p in ring]]})
        assert geometry.symmetric_difference(given.buffer(0)).area < given.length * 2e-6


def test_every_number_has_six_decimals(spoiled, tmp_path):
    mended = tmp_path / "baru.geojson"
    check(spoiled[0], "--repair", mended)
    numbers = []
    json.loads(mended.read_text(), parse_float=numbers.append)
    assert len(numbers) > 1000
    assert all(len(number.split(".")[1]) == 6 for number in numbers)


def test_swapped_axes_are_turned_for_the_whole_file(tmp_path):
    numbers = random.Random(7)
    rings = [[[y, x] for x, y in star(numbers, 12, n * 0.01)] for n in range(5)]
    path, mended = tmp_path / "tertukar.geojson", tmp_path / "baru.geojson"
    path.write_text(json.dumps(collection([{"type": "Polygon", "coordinates": [r]} for r in rings])))
    code, told = check(path)
    assert code == 1 and told["counts"]["axes-swapped"] == 5
    code, told = check(path, "--repair", mended)
    assert code == 0, told
    for geometry, ring in zip(read(mended), rings):
        assert geometry.is_valid
        assert geometry.centroid.x == pytest.approx(103.42, abs=0.1)
        assert len(mapping(geometry)["coordinates"][0]) == len(ring)


def test_who_says_that_a_ring_is_unsound_agree(tmp_path):
    """Rings of chance, most of which cross themselves: shapely and the command judge alike."""
    numbers = random.Random(11)
    rings = []
    for n in range(300):
        count = numbers.randint(4, 9)
        corners = numbers.sample([(x, y) for x in range(4) for y in range(4)], count)
        ring = [[round(103.4 + n * 0.01 + x * 0.001, 6), round(-4.2 + y * 0.001, 6)]
                for x, y in corners]
        rings.append(ring + [ring[0]])
    path = tmp_path / "acak.geojson"
    # Integers of a millionth are what both are asked about.
    whole = [shape({"type": "Polygon", "coordinates": [
        [[round(x * 1e6), round(y * 1e6)] for x, y in ring]]}) for ring in rings]
    sound = unsound = 0
    # Of each kind a hundred findings are told, and a ring may have ten: ten rings are told whole.
    for start in range(0, len(rings), 10):
        part = rings[start:start + 10]
        path.write_text(json.dumps(collection(
            [{"type": "Polygon", "coordinates": [ring]} for ring in part])))
        _, told = check(path)
        bad = {f["feature"] for f in told["findings"] if f["severity"] == "error"}
        for number, geometry in enumerate(whole[start:start + 10], start=1):
            is_sound = geometry.is_valid and geometry.area > 0
            assert (number in bad) != is_sound, (part[number - 1], explain_validity(geometry))
            sound, unsound = sound + is_sound, unsound + (not is_sound)
    assert sound > 20 and unsound > 100


def test_overlaps_are_those_that_shapely_finds(tmp_path):
    numbers = random.Random(3)
    geometries = [
        {"type": "Polygon", "coordinates": [
            [[round(x, 6), round(y, 6)] for x, y in star(numbers, 14, numbers.uniform(0, 0.02))]]}
        for _ in range(60)
    ]
    path = tmp_path / "tumpang.geojson"
    path.write_text(json.dumps(collection(geometries)))
    _, told = check(path)
    shapes = [shape(geometry) for geometry in geometries]
    wanted = 0
    for one in range(60):
        for other in range(one + 1, 60):
            shared = shapes[one].intersection(shapes[other])
            metres = hectares_on_plane(shared) * 10_000 if shared.area else 0
            part = shared.area / min(shapes[one].area, shapes[other].area)
            wanted += metres > 100 or (part > 0.01 and metres > 5)
    assert wanted > 50
    assert told["counts"]["plots-overlap"] == wanted
