"""Tests of GeoPackage, read back by GDAL and by SQLite."""

import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.geopackage import write_geopackage


@pytest.fixture
def package(communes: ExportedTable, tmp_path: Path) -> Path:
    path = tmp_path / "communes.gpkg"
    write_geopackage(communes, path)
    return path


def test_it_holds_the_layer_its_dictionary_and_its_sources(package: Path):
    layers = {str(name): kind for name, kind in pyogrio.list_layers(package)}
    assert layers == {"communes": "MultiPolygon", "dictionnaire": None, "sources": None}
    sources = pyogrio.read_dataframe(package, layer="sources", read_geometry=False)
    assert list(sources["producteur"]) == ["Carto", "ARCEP"]


def test_rows_come_back_with_types_nulls_and_text_as_they_were(package: Path):
    read = gpd.read_file(package, layer="communes").set_index("nom")
    assert read.crs == "EPSG:4326"
    assert list(read["code_insee"]) == ["22050", "29001", "29019", "29155"]
    assert read.loc["Argol", "sentence"].startswith("=HYPERLINK")
    with closing(sqlite3.connect(package)) as base:
        query = "SELECT nom, locaux, is_underserved, is_in_scope FROM communes ORDER BY nom"
        rows = base.execute(query).fetchall()
        check = base.execute("PRAGMA integrity_check").fetchall()
    assert rows == [
        ("Argol", 800, None, 1),
        ("Brest", 100_000, None, 1),
        ("Dinan", None, None, 0),
        ("Ouessant", None, None, 1),
    ]
    assert check == [("ok",)]


def test_the_same_rows_give_the_same_bytes(communes: ExportedTable, package: Path, tmp_path: Path):
    write_geopackage(communes, tmp_path / "again.gpkg")
    assert (tmp_path / "again.gpkg").read_bytes() == package.read_bytes()


def test_places_are_points_and_a_layer_may_be_empty(sites: ExportedTable, tmp_path: Path):
    empty = ExportedTable(sites.descriptor, sites.facts, sites.snapshot_id, sites.rows.slice(0, 0))
    for name, exported, expected in (("all", sites, 3), ("none", empty, 0)):
        write_geopackage(exported, tmp_path / f"{name}.gpkg")
        found = pyogrio.read_info(tmp_path / f"{name}.gpkg", layer="sites")
        assert (found["geometry_type"], found["features"]) == ("Point", expected)
