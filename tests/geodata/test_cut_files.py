"""Files that were cut, or whose axes are swapped, are readable and wrong: they do not pass."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carto.errors import CartoError
from geodata.build import BlockedError, build
from geodata.settings import Scope
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.demo import build_in, demo_file, demo_settings


def test_contours_cut_short_block_the_publication(tmp_path: Path) -> None:
    collection = json.loads(demo_file("contours").read_text("utf-8"))
    collection["features"] = collection["features"][:200]
    cut = tmp_path / "communes.geojson"
    cut.write_text(json.dumps(collection), "utf-8")
    with pytest.raises(BlockedError, match="Départements incomplets"):
        build_in(tmp_path / "data", demo_settings(contours=cut))


def _cut(source: str, folder: Path, lines: int) -> Path:
    """Keep the first lines of a file of the demonstration."""
    kept = demo_file(source).read_bytes().splitlines(keepends=True)[:lines]
    path = folder / f"{source}.csv"
    path.write_bytes(b"".join(kept))
    return path


@pytest.mark.parametrize("source", ["population", "fibre", "epci"])
def test_a_source_cut_short_blocks_unless_forced(source: str, tmp_path: Path) -> None:
    settings = demo_settings(**{source: _cut(source, tmp_path, 140)})
    with pytest.raises(BlockedError, match="incompl"):
        build_in(tmp_path / "data", settings)
    said: list[str] = []
    build(settings, DataDir(tmp_path / "data"), said.append, force=True)
    assert any(line.startswith("attention : Sources incomplètes") for line in said)


def test_places_that_vanish_from_one_build_to_the_next_block(tmp_path: Path) -> None:
    first = build_in(tmp_path / "data", demo_settings())
    path = _cut("france_services", tmp_path, 40)
    path.write_bytes(path.read_bytes() + b"garbage\r\n")
    said: list[str] = []
    with pytest.raises(BlockedError, match="nombre de lignes a changé"):
        build(
            demo_settings(france_services=path),
            DataDir(tmp_path / "data"),
            said.append,
            force=False,
        )
    assert any(
        "france_services, 1\u00a0ligne sur" in line and "en quarantaine" in line for line in said
    )
    assert open_latest(DataDir(tmp_path / "data"))[0].id == first.report.snapshot_id


def test_a_refused_row_is_told_at_once(tmp_path: Path) -> None:
    broken = tmp_path / "population.csv"
    broken.write_bytes(demo_file("population").read_bytes() + b"garbage\r\n")
    said: list[str] = []
    build(demo_settings(population=broken), DataDir(tmp_path / "data"), said.append)
    (warning,) = (line for line in said if line.startswith("attention"))
    assert "population.csv, ligne 279" in warning
    assert "corrigez" not in warning
    (where,) = (line for line in said if "lignes mises de côté" in line)
    assert Path(where.split(" : ")[1]).is_file()


def test_a_perimeter_beyond_the_data_is_refused(tmp_path: Path) -> None:
    wider = replace(demo_settings(), scope=Scope("departements", ("22", "29")))
    with pytest.raises(CartoError, match="22"):
        build_in(tmp_path, wider)


def test_a_contour_with_swapped_axes_is_refused(tmp_path: Path) -> None:
    collection = json.loads(demo_file("contours").read_text("utf-8"))
    briec = next(f for f in collection["features"] if f["properties"]["code"] == "29020")
    briec["geometry"]["coordinates"] = _swap(briec["geometry"]["coordinates"])
    swapped = tmp_path / "communes.geojson"
    swapped.write_text(json.dumps(collection), "utf-8")
    built = build_in(tmp_path / "data", demo_settings(contours=swapped))
    assert built.report.sources["contours"]["refused"] == 1
    assert "CONTOUR_HORS_FRANCE" in built.snapshot.path("quarantine.csv").read_text("utf-8")


def _swap(coordinates: list[Any]) -> list[Any]:
    """Exchange the axes of nested positions."""
    if isinstance(coordinates[0], float):
        return coordinates[::-1]
    return [_swap(part) for part in coordinates]
