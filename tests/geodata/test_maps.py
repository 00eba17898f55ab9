"""Maps are drawn once for the same shapes, and again when one of them changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point, box

from carto.assessment import Assessment
from geodata import maps
from geodata.joined_documents import join_documents
from geodata.maps import draw_ahead, write_maps, zone_maps
from geodata.second_process import SecondProcess
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.stage_cache import StageCache

Drawn = dict[str, bytes]


def assessment(**changed: object) -> Assessment:
    """One commune of Finistère, one of La Réunion, a place in each."""
    frame = pd.DataFrame(
        {
            "code_insee": ["29001", "97411"],
            "nom": ["Argol", "Saint-Denis"],
            "departement": ["29", "974"],
            "siren_epci": ["242900744", None],
            "siren_ept": [None, None],
            "population": pd.array([1000, None], dtype="Int64"),
            "is_in_scope": [True, True],
        }
    ).assign(**changed)
    shapes = [box(-4.1, 48.0, -4.0, 48.1), box(55.4, -21.0, 55.5, -20.9)]
    sites = gpd.GeoDataFrame(
        {"id": ["fs-1", "fs-2"], "departement": ["974", "29"], "is_supply": [True, True]},
        geometry=[Point(55.45, -20.95), Point(-4.05, 48.05)],
        crs=4326,
    )
    told = SimpleNamespace(
        communes=gpd.GeoDataFrame(frame, geometry=shapes, crs=4326),
        sites=sites,
        epci=pd.DataFrame({"siren_epci": ["242900744"], "nom": ["CC Poher"]}),
        ept=pd.DataFrame({"siren_ept": [], "nom": []}),
        departement=pd.DataFrame({"code_departement": ["29", "974"]}),
        groups=(),
    )
    return cast(Assessment, told)


@pytest.fixture
def projected(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Zones that were projected."""
    seen: list[int] = []
    real = maps.project_zone

    def project(*given: object) -> object:
        seen.append(cast(int, given[-1]))
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(maps, "project_zone", project)
    return seen


@pytest.fixture
def draw(tmp_path: Path) -> Callable[..., Drawn]:
    """Draw into a new draft, always with one cache."""
    data_dir = DataDir(tmp_path)

    def drawn(**changed: object) -> Drawn:
        cache = StageCache(data_dir.stages, "v1")
        zones = zone_maps(assessment(**changed))
        with data_dir.lock(), DraftSnapshot.create(data_dir) as draft, SecondProcess() as second:
            draw_ahead(zones, cache, second)
            write_maps(draft, zones, cache, second, lambda _: None)
            paths = (path for path in draft.folder.rglob("*") if path.is_file())
            return {p.relative_to(draft.folder).as_posix(): p.read_bytes() for p in paths}

    return drawn


def test_two_files_per_territory_each_with_the_places_of_its_zone(
    draw: Callable[..., Drawn],
) -> None:
    drawn = draw()
    names = ("departement-29", "departement-974", "epci-242900744")
    assert set(drawn) == {f"{kind}/{name}.json" for kind in ("maps", "topojson") for name in names}
    assert b'"fs-2"' in drawn["maps/departement-29.json"]
    assert b'"fs-1"' in drawn["maps/departement-974.json"]
    assert b'"fs-1"' not in drawn["maps/departement-29.json"]


def test_what_did_not_change_is_not_drawn_again(
    draw: Callable[..., Drawn], projected: list[int]
) -> None:
    first = draw()
    assert projected == [2154, 2975]
    assert draw() == first
    assert projected == [2154, 2975]
    again = draw(population=pd.array([1000, 5], dtype="Int64"))
    assert projected == [2154, 2975, 2975]
    changed = {path for path in again if again[path] != first[path]}
    assert changed == {"maps/departement-974.json"}


def test_large_zones_are_drawn_ahead_in_the_other_process(
    draw: Callable[..., Drawn], projected: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maps, "WORTH_SHARING_COMMUNES", 1)
    monkeypatch.setattr(maps, "_topologies", lambda zone: join_documents(_nothing(zone)))
    assert b'"29001"' in draw()["maps/departement-29.json"]
    assert projected == []


def _nothing(zone: maps.ZoneMaps) -> dict[str, bytes]:
    """Stand for the topologies of a zone."""
    return {one.name: b"{}" for one in zone.territories}
