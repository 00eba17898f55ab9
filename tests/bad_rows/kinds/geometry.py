"""Entities of GeoJSON: rings, axes, metres, nulls."""

from __future__ import annotations

import random

from pyproj import Transformer

from tests.bad_rows.kind import Feature, FeatureKind, Kind

UNREADABLE = ("refused:COORDONNEES_ILLISIBLES",)
REPAIRED = ("noticed:GEOMETRIE_REPAREE",)
UNEXPECTED = ("refused:GEOMETRIE_INATTENDUE",)
_TO_LAMBERT_93 = Transformer.from_crs("EPSG:4326", "EPSG:2154", always_xy=True)


def _outer_ring(feature: Feature) -> list[list[float]]:
    """First ring of the first polygon."""
    geometry = feature["geometry"]
    coordinates = geometry["coordinates"]
    ring: list[list[float]] = (
        coordinates[0][0] if geometry["type"] == "MultiPolygon" else coordinates[0]
    )
    return ring


def open_ring(feature: Feature, _: random.Random) -> Feature:
    _outer_ring(feature).pop()
    return feature


def crossed_ring(feature: Feature, _: random.Random) -> Feature:
    """Exchange two far vertices: the ring crosses itself."""
    ring = _outer_ring(feature)
    near, far = len(ring) // 4, 3 * len(ring) // 4
    ring[near], ring[far] = ring[far], ring[near]
    return feature


def no_geometry(feature: Feature, _: random.Random) -> Feature:
    return feature | {"geometry": None}


def empty_geometry(feature: Feature, _: random.Random) -> Feature:
    return feature | {"geometry": {"type": "Polygon", "coordinates": []}}


def with_altitudes(feature: Feature, chance: random.Random) -> Feature:
    for position in _outer_ring(feature):
        position.append(round(chance.uniform(0, 900), 1))
    return feature


def in_metres(feature: Feature, _: random.Random) -> Feature:
    ring = _outer_ring(feature)
    ring[:] = [list(_TO_LAMBERT_93.transform(x, y)) for x, y in ring]
    return feature


def not_a_number(feature: Feature, chance: random.Random) -> Feature:
    ring = _outer_ring(feature)
    ring[chance.randrange(len(ring))] = [float("nan"), 48.0]
    return feature


def text_for_a_number(feature: Feature, chance: random.Random) -> Feature:
    ring = _outer_ring(feature)
    ring[chance.randrange(len(ring))] = ["-4.5", "48.4"]  # type: ignore[list-item]
    return feature


def axes_swapped(feature: Feature, _: random.Random) -> Feature:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"]
    for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
        for ring in polygon:
            ring[:] = [[y, x] for x, y in ring]
    return feature


def point_for_a_surface(feature: Feature, _: random.Random) -> Feature:
    point = {"type": "Point", "coordinates": _outer_ring(feature)[0]}
    return feature | {"geometry": point}


def one_point_repeated(feature: Feature, _: random.Random) -> Feature:
    ring = _outer_ring(feature)
    polygon = {"type": "Polygon", "coordinates": [[ring[0]] * len(ring)]}
    return feature | {"geometry": polygon}


def no_properties(feature: Feature, _: random.Random) -> Feature:
    return feature | {"properties": None}


def list_for_a_code(feature: Feature, _: random.Random) -> Feature:
    properties = feature["properties"]
    return feature | {"properties": properties | {"code": [properties["code"]]}}


def number_for_a_code(feature: Feature, _: random.Random) -> Feature:
    properties = feature["properties"]
    code = properties["code"]
    number = int(code) if code.isdigit() else 20_004
    return feature | {"properties": properties | {"code": number}}


def mairie_at_zero(feature: Feature, _: random.Random) -> Feature:
    return feature | {"geometry": {"type": "Point", "coordinates": [0, 0]}}


KINDS: tuple[Kind, ...] = (
    FeatureKind("ring left open", "contours", ("refused:ANNEAU_OUVERT",), open_ring),
    FeatureKind("ring crossing itself", "contours", REPAIRED, crossed_ring),
    FeatureKind("null geometry", "contours", ("refused:GEOMETRIE_ABSENTE",), no_geometry),
    FeatureKind("empty geometry", "contours", ("refused:GEOMETRIE_ABSENTE",), empty_geometry),
    FeatureKind("altitudes", "contours", ("understood",), with_altitudes),
    FeatureKind("contour in metres", "contours", ("refused:COORDONNEES_HORS_LIMITES",), in_metres),
    FeatureKind("NaN in a contour", "contours", UNREADABLE, not_a_number),
    FeatureKind("text in a contour", "contours", UNREADABLE, text_for_a_number),
    FeatureKind("contour swapped", "contours", ("refused:CONTOUR_HORS_FRANCE",), axes_swapped),
    FeatureKind("point for a contour", "contours", UNEXPECTED, point_for_a_surface),
    FeatureKind("contour of one point", "contours", UNEXPECTED, one_point_repeated),
    FeatureKind("no properties", "contours", ("refused:ENTITE_ILLISIBLE",), no_properties),
    FeatureKind("list for a code", "contours", ("refused:PROPRIETE_ILLISIBLE",), list_for_a_code),
    FeatureKind(
        "number for a code",
        "contours",
        ("understood", "repaired:CODE_REPARE", "refused:CODE_INVALIDE"),
        number_for_a_code,
    ),
    FeatureKind("mairie at 0, 0", "mairies", ("refused:COORDONNEES_ILLISIBLES",), mairie_at_zero),
)
