"""Layers of vector files are known by their bytes, whatever their name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pytest
from shapely import Point

from geodata.errors import SourceError
from geodata.reading.vector_layer import is_vector_layer, read_entities
from tests.geodata.raw_files import published_file

COLUMNS = {"code": ("CODE",), "nom": ("LABEL", "nom")}


def written(folder: Path, name: str, count: int = 1, crs: int | None = 4326) -> Path:
    frame = gpd.GeoDataFrame(
        {"code": [f"{rank:05}" for rank in range(count)], "Nom": "é", "other": 1.5},
        geometry=[Point(2, 48)] * count,
        crs=crs,
    )
    frame.to_file(folder / name, layer="points")
    return folder / name


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb"])
def test_a_raw_file_without_a_suffix_is_read(tmp_path: Path, suffix: str) -> None:
    stored = written(tmp_path, f"a{suffix}").rename(tmp_path / "0123abcd")
    raw = replace(published_file(stored, "contours"), name=f"a{suffix}")
    assert is_vector_layer(raw)
    (entity,) = read_entities(raw, "points", COLUMNS)
    assert (entity.line, entity.values) == (1, {"code": "00000", "nom": "é"})
    assert entity.geometry == Point(2, 48)


def test_entities_of_all_batches_come_in_order(tmp_path: Path) -> None:
    raw = published_file(written(tmp_path, "a.gpkg", 4500), "contours")
    found = list(read_entities(raw, "points", COLUMNS))
    assert [entity.line for entity in found] == list(range(1, 4501))
    assert [int(entity.values["code"]) for entity in found] == list(range(4500))


def test_a_file_without_a_coordinate_system_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="crs"):
        path = written(tmp_path, "a.fgb", crs=None)
    with pytest.raises(SourceError, match=r"sans système de coordonnées.*ogr2ogr"):
        list(read_entities(published_file(path, "contours"), "points", COLUMNS))
