"""Tests of GeoPackage, read back by GDAL and by SQLite."""

import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import pyogrio
import pytest

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.geopackage import write_geopackage
from geodata.export_formats.layer_drawing import draw_table


@pytest.fixture
def package(communes: ExportedTable, tmp_path: Path) -> Path:
    path = tmp_path / "communes.gpkg"
    write_geopackage(communes, path)
    return path


def test_it_holds_the_layer_its_dictionary_and_its_sources(package: Path):
    layers = {str(name): kind for name, kind in pyogrio.list_layers(package)}
    assert layers == {
        "communes": "MultiPolygon",
        **dict.fromkeys(("dictionnaire", "sources", "a_propos", "layer_styles")),
    }
    sources = pyogrio.read_dataframe(package, layer="sources", read_geometry=False)
    assert list(sources["producteur"]) == ["ARCEP"]
    said = pyogrio.read_dataframe(package, layer="a_propos", read_geometry=False)
    assert "Instantané" in set(said["sujet"])


def test_qgis_finds_the_classes_of_the_viewer(package: Path, communes: ExportedTable):
    (style,) = pyogrio.read_dataframe(package, layer="layer_styles").to_dict("records")
    assert (style["f_table_name"], style["useAsDefault"]) == ("communes", True)
    renderer = ElementTree.fromstring(style["styleQML"]).find("renderer-v2")  # noqa: S314 - our own
    assert renderer is not None
    assert renderer.get("attr") == "map_class"
    offered = {category.get("value") for category in renderer.iter("category")}
    found = gpd.read_file(package, layer="communes")["map_class"]
    assert set(found.dropna()) <= offered
    assert found.isna().sum() == 1
    assert communes.drawing is not None


def test_another_tool_finds_it_valid(package: Path):
    validator = Path("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py")
    if not validator.exists():
        pytest.skip("gdal-bin and python3-gdal of Debian are not installed")
    done = subprocess.run(
        ["/usr/bin/python3", validator, package], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


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
    drawn = draw_table("sites", sites.facts, [])
    empty = replace(sites, rows=sites.rows.slice(0, 0), drawing=drawn)
    for name, exported, expected in (("all", sites, 3), ("none", empty, 0)):
        write_geopackage(exported, tmp_path / f"{name}.gpkg")
        found = pyogrio.read_info(tmp_path / f"{name}.gpkg", layer="lieux")
        assert (found["geometry_type"], found["features"]) == ("Point", expected)
