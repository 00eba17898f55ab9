"""Publication: every file that a snapshot promises, and what its manifest says of the build."""

from __future__ import annotations

import json
from typing import Any

import pytest

from carto.drawing.shapes import MapShapes
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from geodata.source_settings import READER_IDS
from tests.demo import DEMO, Built


@pytest.fixture
def facts(built_demo: Built) -> dict[str, Any]:
    """Return what the build of the demonstration says of itself."""
    return built_demo.snapshot.facts


def test_every_file_is_there(built_demo: Built, facts: dict[str, Any]) -> None:
    listed = {resource["path"] for resource in built_demo.snapshot.manifest["resources"]}
    names = [f"{one['type']}-{one['code']}" for one in facts["territories"]]
    assert listed == {
        *(f"{table}.parquet" for table in (*SNAPSHOT_TABLES, *COMPLEMENTS)),
        *(f"maps/{name}.json" for name in names),
        *(f"topojson/{name}.json" for name in names),
        *(f"{folder}/departement-29.epci.json" for folder in ("maps", "topojson")),
        *(f"tiles/{layer}.pmtiles" for layer in ("communes", "epci", "departements", "lieux")),
        *facts["layer_files"],
        *("quarantine.csv", "constats.csv", "lieux-standard.csv", "passages.parquet"),
    }
    built_demo.snapshot.verify()


def test_territories_are_the_departement_then_its_epci(facts: dict[str, Any]) -> None:
    first, *others = facts["territories"]
    assert first == {"type": "departement", "code": "29", "nom": "Finistère"}
    assert len(others) == 21
    assert {one["type"] for one in others} == {"epci"}
    codes = [one["code"] for one in others]
    assert codes == sorted(codes)


def test_maps_hold_every_commune_of_their_territory(
    built_demo: Built, facts: dict[str, Any]
) -> None:
    communes = built_demo.by_code().values()
    for one in facts["territories"]:
        mine = {
            row["code_insee"]
            for row in communes
            if one["type"] == "departement" or row["siren_epci"] == one["code"]
        }
        name = f"{one['type']}-{one['code']}.json"
        shapes = MapShapes.from_json(built_demo.snapshot.path(f"maps/{name}").read_text("utf-8"))
        topology = json.loads(built_demo.snapshot.path(f"topojson/{name}").read_bytes())
        drawn = topology["objects"]["units"]["geometries"]
        assert set(shapes.units) == mine
        assert {geometry["properties"]["code"] for geometry in drawn} == mine
        assert shapes.territory == one["nom"]


def test_the_departement_is_also_mapped_by_epci(built_demo: Built) -> None:
    text = built_demo.snapshot.path("maps/departement-29.epci.json").read_text("utf-8")
    topology = json.loads(
        built_demo.snapshot.path("topojson/departement-29.epci.json").read_bytes()
    )
    shapes = MapShapes.from_json(text)
    assert len(shapes.units) == 21
    assert {"Brest", "Quimper"} <= set(shapes.names)
    drawn = topology["objects"]["units"]["geometries"]
    assert [geometry["properties"]["code"] for geometry in drawn] == list(shapes.units)
    assert list(topology["objects"]) == ["units", "borders", "outline"]


def test_facts_say_where_everything_comes_from(facts: dict[str, Any]) -> None:
    assert (facts["title"], facts["is_demo"], facts["cog"]) == ("Finistère", True, 2026)
    assert facts["scope"] == {"kind": "departements", "codes": ["29"]}
    configured = {source["id"] for source in facts["sources"]}
    assert facts["missing_sources"] == [name for name in READER_IDS if name not in configured]
    assert facts["method"]["need_variant"] == "revenu"
    assert facts["method"]["demand_standard"] == "none"
    assert facts["method"]["parameters"]["alerts"]["fibre_pct"] == 95.0
    fibre = next(source for source in facts["sources"] if source["id"] == "fibre")
    assert fibre["producer"] == "ARCEP"
    assert fibre["licence"] == "Licence Ouverte 1.0"
    assert fibre["name"] == "cartefibre-2026t2.csv"
    assert fibre["bytes"] == (DEMO / "cartefibre-2026t2.csv").stat().st_size
    assert (fibre["in"], fibre["out"], fibre["merged"], fibre["refused"]) == (277, 277, 0, 0)


def test_facts_count_each_verdict(built_demo: Built, facts: dict[str, Any]) -> None:
    verdicts = [row["verdict"] for row in built_demo.by_code().values()]
    assert facts["verdicts"] == {one: verdicts.count(one) for one in sorted(set(verdicts))}
    assert sum(facts["verdicts"].values()) == 277
