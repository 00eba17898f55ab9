"""Tests of GeoParquet, read back by two readers that nobody here wrote."""

import json
from pathlib import Path

import geopandas as gpd
import pyarrow.parquet as pq

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.parquet_file import write_parquet


def test_geopandas_finds_every_row_and_its_shape(communes: ExportedTable, tmp_path: Path):
    write_parquet(communes, tmp_path / "f.parquet")
    read = gpd.read_parquet(tmp_path / "f.parquet")
    assert list(read["code_insee"]) == communes.keys()
    assert read.crs == "EPSG:4326"
    assert read.geometry.notna().all()


def test_a_missing_value_is_none_and_no_text_is_escaped(communes: ExportedTable, tmp_path: Path):
    write_parquet(communes, tmp_path / "f.parquet")
    ouessant = pq.read_table(tmp_path / "f.parquet").to_pylist()[3]
    argol = pq.read_table(tmp_path / "f.parquet").to_pylist()[1]
    assert ouessant["locaux"] is None
    assert argol["sentence"].startswith("=HYPERLINK")


def test_the_file_tells_its_snapshot_its_columns_and_its_sources(
    communes: ExportedTable, tmp_path: Path
):
    write_parquet(communes, tmp_path / "f.parquet")
    about = json.loads(pq.read_metadata(tmp_path / "f.parquet").metadata[b"carto"])
    assert about == communes.description()


def test_a_table_without_shapes_is_plain_parquet(communes: ExportedTable, tmp_path: Path):
    rows = communes.rows.drop_columns(["geometry"]).replace_schema_metadata(None)
    plain = ExportedTable(communes.descriptor, communes.facts, communes.snapshot_id, rows)
    write_parquet(plain, tmp_path / "f.parquet")
    assert b"geo" not in pq.read_metadata(tmp_path / "f.parquet").metadata
