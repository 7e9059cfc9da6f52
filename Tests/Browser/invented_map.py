"""Boundaries of districts that exist nowhere: cells around invented places, with crooked edges."""

import json
import math
import random

#: Where it lies, in degrees: west, south, east, north.
BOX = (103.30, -4.30, 104.60, -3.05)


def _outline():
    """A rounded shape inside the box, with bays and capes."""
    west, south, east, north = BOX
    middle = ((west + east) / 2, (south + north) / 2)
    points = []
    for step in range(48):
        angle = 2 * math.pi * step / 48
        reach = 0.86 + 0.09 * math.sin(3 * angle + 1) + 0.05 * math.cos(7 * angle)
        points.append((middle[0] + (east - west) / 2 * reach * math.cos(angle),
                       middle[1] + (north - south) / 2 * reach * math.sin(angle)))
    return points


def _nearer(polygon, here, there):
    """The part of a polygon that lies nearer to one place than to another."""
    half = ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)
    across = (there[0] - here[0], there[1] - here[1])

    def side(point):
        return (point[0] - half[0]) * across[0] + (point[1] - half[1]) * across[1]

    kept = []
    for one, two in zip(polygon, polygon[1:] + polygon[:1]):
        a, b = side(one), side(two)
        if a <= 0:
            kept.append(one)
        if a * b < 0:
            share = a / (a - b)
            kept.append((one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])))
    return kept


def _cells(places):
    cells = []
    for here in places:
        cell = _outline()
        for there in places:
            if there != here:
                cell = _nearer(cell, here, there)
        cells.append(cell)
    return cells


def _places(count, chance):
    west, south, east, north = BOX
    # Near the middle, so that every place lies inside and gets a cell.
    places = [((west + east + chance.uniform(-.6, .6) * (east - west)) / 2,
               (south + north + chance.uniform(-.6, .6) * (north - south)) / 2)
              for _ in range(count)]
    for _ in range(12):
        places = [
            (sum(x for x, _ in cell) / len(cell), sum(y for _, y in cell) / len(cell))
            if cell else place
            for place, cell in zip(places, _cells(places))
        ]
    return places


def _crooked(one, two, depth=3):
    """An edge as a river or a ridge would run; the same for both neighbours."""
    if depth == 0 or math.dist(one, two) < 0.02:
        return []
    ends = sorted([one, two])
    chance = random.Random(str([(round(x, 6), round(y, 6)) for x, y in ends]))
    share, bend = chance.uniform(0.4, 0.6), chance.uniform(-0.13, 0.13)
    (x1, y1), (x2, y2) = ends
    middle = (x1 + share * (x2 - x1) - bend * (y2 - y1), y1 + share * (y2 - y1) + bend * (x2 - x1))
    return _crooked(one, middle, depth - 1) + [middle] + _crooked(middle, two, depth - 1)


def geojson(codes, seed=11):
    """A map with one area for each code, always the same for the same codes."""
    codes = sorted(codes)
    features = []
    for code, cell in zip(codes, _cells(_places(len(codes), random.Random(seed)))):
        ring = []
        for one, two in zip(cell, cell[1:] + cell[:1]):
            ring += [one, *_crooked(one, two)]
        ring = [[round(x, 5), round(y, 5)] for x, y in ring]
        features.append({
            "type": "Feature", "properties": {"kode": code},
            "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]},
        })
    return json.dumps({"type": "FeatureCollection", "features": features})
