"""Contours: the demo, the national file, arrondissements, and what breaks them."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import SourceError
from geodata.sources.contours import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_nothing_set_aside,
    check_wrong_encoding,
)

PARIS = (2.3, 48.8)


def square(corner: tuple[float, float] = PARIS) -> list[list[list[float]]]:
    """Draw a small square, its south-west corner where said."""
    west, south = corner
    east, north = west + 0.1, south + 0.1
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(
    properties: dict[str, object], corner: tuple[float, float] = PARIS
) -> dict[str, object]:
    geometry = {"type": "Polygon", "coordinates": square(corner)}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*properties: dict[str, object]) -> str:
    return as_text([feature(one) for one in properties])


def as_text(features: list[dict[str, object]]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    return DemoFile(demo_data / "communes-50m.geojson", "contours", parse, '"code"')


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "contours"))
    assert (parsed.rows_in, len(parsed.table)) == (277, 277)
    assert isinstance(parsed.table, gpd.GeoDataFrame)
    assert parsed.table.geometry.is_valid.all()
    assert set(parsed.table["departement"]) == {"29"}
    check_nothing_set_aside(parsed)


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_wrong_encoding(demo, tmp_path)
    cut = demo.path.read_bytes()[:100_000]
    with pytest.raises(SourceError, match=r"communes-50m.geojson, ligne 1.*tronqué.*caractère"):
        demo.read(tmp_path, cut)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"code":"29001"', '"inconnue":"29001"', "CODE_INVALIDE"),
        ('"nom":"Argol"', '"nom":null', "NOM_ABSENT"),
        ("[[[[-4.33078,48.20916]", "[[[[-4.33,48.2]", "ANNEAU_OUVERT"),
        ("[-4.32417,48.2114]", "[NaN,48.2114]", "COORDONNEES_ILLISIBLES"),
        ('"type":"MultiPolygon"', '"type":"LineString"', "GEOMETRIE_INATTENDUE"),
    ],
)
def test_a_broken_entity_costs_itself_only(
    demo: DemoFile, tmp_path: Path, old: str, new: str, code: str
) -> None:
    parsed = demo.read(tmp_path, demo.replaced(old, new))
    (refused,) = parsed.refused
    assert (refused.file, refused.line, refused.code) == ("communes-50m.geojson", 1, code)
    assert "Argol" in refused.raw or "nom" in refused.raw
    assert len(parsed.table) == 276


def test_arrondissements_are_merged(tmp_path: Path) -> None:
    text = collection(
        {"code": "75056", "nom": "Paris"},
        {"code": "75101", "nom": "Paris 1er", "commune": "75056"},
        {"code": "69381", "nom": "Lyon 1er"},
        {"code": "1001", "nom": "L'Abergement-Clémenciat"},
    )
    parsed = parse(raw_file(tmp_path, text))
    assert dict(zip(parsed.table["code_insee"], parsed.table["departement"], strict=True)) == {
        "01001": "01",
        "75056": "75",
    }
    assert [row.into for row in parsed.merged] == ["75056", "69123"]
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE"]


OVERSEAS = {
    "97105": (-61.73, 15.99),
    "97209": (-61.07, 14.60),
    "97302": (-52.33, 4.90),
    "97411": (55.45, -20.95),
    "97502": (-56.20, 46.75),
    "97611": (45.20, -12.80),
    "97701": (-62.88, 17.85),
    "97801": (-63.10, 18.05),
    "98613": (-176.20, -13.30),
    "98735": (-149.60, -17.60),
    "98818": (166.40, -22.30),
}


@pytest.mark.parametrize("code", OVERSEAS)
def test_each_territory_overseas_is_where_it_is_and_not_in_an_inset(
    tmp_path: Path, code: str
) -> None:
    named: dict[str, object] = {"code": code, "nom": "Commune"}
    paris = feature({"code": "75056", "nom": "Paris"})
    parsed = parse(raw_file(tmp_path, as_text([paris, feature(named, OVERSEAS[code])])))
    assert parsed.table["departement"].tolist() == ["75", code[:3]]
    inset = parse(raw_file(tmp_path, as_text([paris, feature(named, (-3.5, 50.0))])))
    assert [row.code for row in inset.refused] == ["CONTOUR_HORS_FRANCE"]


def test_the_layout_of_geo_api(tmp_path: Path) -> None:
    """One département of geo.api.gouv.fr; its points are refused: it takes `geometry=contour`."""
    text = collection(
        {"nom": "Argol", "code": "29001", "codeDepartement": "29", "codesPostaux": ["29560"]},
        {"nom": "Arzano", "code": "29002", "codeDepartement": "29", "population": 1402},
    )
    point = '{"type": "Point", "coordinates": [-4.3, 48.2]}'
    parsed = parse(raw_file(tmp_path, text))
    assert parsed.table["code_insee"].to_list() == ["29001", "29002"]
    centres = json.loads(text)
    centres["features"][1]["geometry"] = json.loads(point)
    parsed = parse(raw_file(tmp_path, json.dumps(centres)))
    assert [row.code for row in parsed.refused] == ["GEOMETRIE_INATTENDUE"]


def test_metres_without_a_stated_system_say_so(tmp_path: Path) -> None:
    text = collection({"code": "29001", "nom": "Argol"}).replace("48.8", "6800000.0")
    with pytest.raises(SourceError, match=r"aucune ligne utilisable.*WGS 84"):
        parse(raw_file(tmp_path, text))


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "contours" / "communes-france.geojson.gz"
    parsed = parse(published_file(path, "contours"))
    # Four communes overseas are drawn off Brittany, where a map puts their inset.
    insets = [row.raw[:400] for row in parsed.refused if row.code == "CONTOUR_HORS_FRANCE"]
    for code, raw in zip(("97501", "97502", "97701", "97801"), insets, strict=True):
        assert code in raw
    assert (parsed.rows_in, len(parsed.table)) == (34879, 34875)
    assert [(n.subject, n.code) for n in parsed.notices] == [("15141", "GEOMETRIE_REPAREE")]
    assert parsed.table.geometry.is_valid.all()


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
SURFACE = st.fixed_dictionaries(
    {"type": st.just("Polygon") | ODD, "coordinates": st.just(square()) | ODD}
)
ENTITY = st.fixed_dictionaries(
    {
        "properties": ODD
        | st.fixed_dictionaries(
            {"code": st.sampled_from(["29002", 29002, 1001]) | ODD, "nom": st.just("Arzano") | ODD}
        ),
        "geometry": SURFACE | ODD,
    }
)


@given(st.lists(ENTITY | ODD, max_size=4))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_entities_cost_themselves_only(tmp_path: Path, odd: list[object]) -> None:
    argol = {"properties": {"code": "29001", "nom": "Argol"}}
    argol["geometry"] = {"type": "Polygon", "coordinates": square()}  # type: ignore[dict-item]
    parsed = parse(raw_file(tmp_path, json.dumps({"features": [*odd, argol]})))
    assert "29001" in set(parsed.table["code_insee"])
    assert parsed.rows_in == len(odd) + 1
    parsed.table["nom"].str.encode("utf-8")


def test_a_kind_of_geometry_that_is_a_list_is_refused(tmp_path: Path) -> None:
    text = collection({"code": "29001", "nom": "Argol"}, {"code": "29002", "nom": "Arzano"})
    parsed = parse(raw_file(tmp_path, text.replace('"Polygon"', '["Polygon"]', 1)))
    assert [row.code for row in parsed.refused] == ["GEOMETRIE_INATTENDUE"]
    assert parsed.table["code_insee"].to_list() == ["29002"]
