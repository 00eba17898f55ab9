"""Tests of GeoJSON, read back as JSON and by GDAL."""

import json
from pathlib import Path

import geopandas as gpd
import shapely

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.geojson_file import write_geojson


def read(exported: ExportedTable, folder: Path) -> dict:
    """Write and parse."""
    write_geojson(exported, folder / "f.geojson")
    return json.loads((folder / "f.geojson").read_text(encoding="utf-8"))


def test_features_have_stable_ids_and_the_collection_names_its_snapshot(
    communes: ExportedTable, tmp_path: Path
):
    collection = read(communes, tmp_path)
    assert collection["snapshot"] == communes.snapshot_id
    assert [feature["id"] for feature in collection["features"]] == communes.keys()
    assert "crs" not in collection


def test_missing_is_null_and_text_is_left_as_it_is(communes: ExportedTable, tmp_path: Path):
    features = read(communes, tmp_path)["features"]
    assert features[3]["properties"]["locaux"] is None
    assert features[1]["properties"]["locaux_raccordables"] == 0
    assert features[1]["properties"]["sentence"].startswith("=HYPERLINK")


def test_rings_turn_as_rfc_7946_says(communes: ExportedTable, tmp_path: Path):
    for feature in read(communes, tmp_path)["features"]:
        for polygon in shapely.get_parts(shapely.geometry.shape(feature["geometry"])):
            assert shapely.is_ccw(polygon.exterior)


def test_gdal_reads_every_feature(communes: ExportedTable, tmp_path: Path):
    write_geojson(communes, tmp_path / "f.geojson")
    read_back = gpd.read_file(tmp_path / "f.geojson")
    assert list(read_back["code_insee"]) == communes.keys()
    assert read_back.crs == "EPSG:4326"


def test_a_table_without_rows_is_still_a_collection(communes: ExportedTable, tmp_path: Path):
    empty = ExportedTable(communes.descriptor, communes.facts, "0" * 16, communes.rows.slice(0, 0))
    assert read(empty, tmp_path)["features"] == []
