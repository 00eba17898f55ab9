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

SQUARE = [[[2.0, 48.0], [3.0, 48.0], [3.0, 49.0], [2.0, 49.0], [2.0, 48.0]]]


def collection(*properties: dict[str, object]) -> str:
    geometry = {"type": "Polygon", "coordinates": SQUARE}
    features = [{"type": "Feature", "properties": p, "geometry": geometry} for p in properties]
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


def test_arrondissements_are_merged_and_overseas_communes_kept(tmp_path: Path) -> None:
    text = collection(
        {"code": "75056", "nom": "Paris"},
        {"code": "75101", "nom": "Paris 1er", "commune": "75056"},
        {"code": "69381", "nom": "Lyon 1er"},
        {"code": "97502", "nom": "Saint-Pierre"},
        {"code": "98735", "nom": "Papeete"},
        {"code": "1001", "nom": "L'Abergement-Clémenciat"},
    )
    parsed = parse(raw_file(tmp_path, text))
    assert dict(zip(parsed.table["code_insee"], parsed.table["departement"], strict=True)) == {
        "01001": "01",
        "75056": "75",
        "97502": "975",
        "98735": "987",
    }
    assert [row.into for row in parsed.merged] == ["75056", "69123"]
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE"]


def test_metres_without_a_stated_system_say_so(tmp_path: Path) -> None:
    text = collection({"code": "29001", "nom": "Argol"}).replace("48.0", "6800000.0")
    with pytest.raises(SourceError, match=r"aucune ligne utilisable.*WGS 84"):
        parse(raw_file(tmp_path, text))


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "contours" / "communes-france.geojson.gz"
    parsed = parse(published_file(path, "contours"))
    # Saint-Barthélemy and Saint-Martin are drawn off Brittany, where a map puts their inset.
    insets = [(row.code, "97701" in row.raw or "97801" in row.raw) for row in parsed.refused]
    assert insets == [("CONTOUR_HORS_FRANCE", True)] * 2
    assert (parsed.rows_in, len(parsed.table)) == (34879, 34877)
    assert [(n.subject, n.code) for n in parsed.notices] == [("15141", "GEOMETRIE_REPAREE")]
    assert parsed.table.geometry.is_valid.all()


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)
SURFACE = st.fixed_dictionaries(
    {"type": st.just("Polygon") | ODD, "coordinates": st.just(SQUARE) | ODD}
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
    argol["geometry"] = {"type": "Polygon", "coordinates": SQUARE}  # type: ignore[dict-item]
    parsed = parse(raw_file(tmp_path, json.dumps({"features": [*odd, argol]})))
    assert "29001" in set(parsed.table["code_insee"])
    assert parsed.rows_in == len(odd) + 1
    parsed.table["nom"].str.encode("utf-8")


def test_a_kind_of_geometry_that_is_a_list_is_refused(tmp_path: Path) -> None:
    text = collection({"code": "29001", "nom": "Argol"}, {"code": "29002", "nom": "Arzano"})
    parsed = parse(raw_file(tmp_path, text.replace('"Polygon"', '["Polygon"]', 1)))
    assert [row.code for row in parsed.refused] == ["GEOMETRIE_INATTENDUE"]
    assert parsed.table["code_insee"].to_list() == ["29002"]
