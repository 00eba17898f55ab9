"""Maps by wider units are written for those that have one, once for the same shapes."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box

from carto.codes import DEPARTEMENTS, OVERSEAS
from carto.crs import by_zone
from carto.drawing.indicators.units import DEPARTEMENT, EPCI
from carto.drawing.projecting.unit_projection import UnitCut
from carto.drawing.shapes import MapShapes
from geodata import unit_maps
from geodata.mapped_territories import UnitTerritory
from geodata.maps import ZoneMaps
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.stage_cache import StageCache
from geodata.unit_maps import write_unit_maps

BRETAGNE = ("22", "29", "35", "56")
REGION = UnitTerritory(
    "region", "53", "Bretagne", EPCI, UnitCut("siren_epci", "departement", BRETAGNE)
)
FRANCE = UnitTerritory(
    "france", "FR", "France", DEPARTEMENT, UnitCut("departement", "region", tuple(DEPARTEMENTS))
)


@pytest.fixture(scope="module")
def zones() -> list[ZoneMaps]:
    """One square commune per département, each an EPCI of its own."""
    corners = {
        "971": (-62, 16),
        "972": (-61, 14),
        "973": (-54, 4),
        "974": (55, -21),
        "976": (45, -13),
    }
    mainland = [code for code in DEPARTEMENTS if code not in OVERSEAS]
    corners |= {code: (rank % 10, 43 + rank // 10) for rank, code in enumerate(mainland)}
    codes = sorted(corners)
    communes = gpd.GeoDataFrame(
        {
            "code_insee": [f"{code}001"[:5] for code in codes],
            "nom": [f"Ville {code}" for code in codes],
            "population": range(1, len(codes) + 1),
            "departement": codes,
            "siren_epci": [f"2000{code:0>5}" for code in codes],
        },
        geometry=[box(x, y, x + 0.5, y + 0.5) for x, y in (corners[code] for code in codes)],
        crs=4326,
    )
    sites = gpd.GeoDataFrame({"id": []}, geometry=[], crs=4326)
    return [
        ZoneMaps(epsg, communes[mask], sites, []) for epsg, mask in by_zone(communes["departement"])
    ]


def write(
    data: Path, zones: list[ZoneMaps], *territories: UnitTerritory
) -> tuple[dict[str, bytes], list[str]]:
    """Write into a new draft; return its files and what was reported."""
    data_dir, said = DataDir(data), list[str]()
    with data_dir.lock(), DraftSnapshot.create(data_dir) as draft:
        cache = StageCache(data_dir.stages, "v1")
        write_unit_maps(draft, list(territories), zones, cache, said.append)
        paths = (path for path in draft.folder.rglob("*") if path.is_file())
        return {p.relative_to(draft.folder).as_posix(): p.read_bytes() for p in paths}, said


def test_each_map_has_its_drawing_and_its_topology(tmp_path: Path, zones: list[ZoneMaps]) -> None:
    files, said = write(tmp_path, zones, REGION, FRANCE)
    names = ("region-53.epci", "france-FR.departement")
    assert set(files) == {
        f"{folder}/{name}.json" for folder in ("maps", "topojson") for name in names
    }
    assert said == ["cartes par intercommunalité et par département"]
    for name, count in zip(names, (4, len(DEPARTEMENTS)), strict=True):
        shapes = MapShapes.from_json(files[f"maps/{name}.json"])
        topology = json.loads(files[f"topojson/{name}.json"])
        codes = [one["properties"]["code"] for one in topology["objects"]["units"]["geometries"]]
        assert codes == list(shapes.units)
        assert len(codes) == count
    assert len(MapShapes.from_json(files["maps/france-FR.departement.json"]).insets) == 6


def test_the_same_shapes_are_drawn_once(
    tmp_path: Path, zones: list[ZoneMaps], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = write(tmp_path, zones, REGION)

    def refuse(*_: object) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(unit_maps, "_drawings", refuse)
    monkeypatch.setattr(unit_maps, "_topologies", refuse)
    assert write(tmp_path, zones, REGION)[0] == first


def test_nothing_is_written_nor_said_without_a_map(tmp_path: Path, zones: list[ZoneMaps]) -> None:
    assert write(tmp_path, zones) == ({}, [])
