"""Tests of `webapp.catalogue.published_tables`."""

from __future__ import annotations

import hashlib

import pyarrow.parquet as pq
import pytest

from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from geodata.storage.manifest import CSV
from tests.webapp.sample import TABLES
from webapp.catalogue.published_tables import format_of, published_tables
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_every_table_is_listed_with_its_rows_and_columns(snapshot: LoadedSnapshot) -> None:
    tables = {table.name: table for table in published_tables(snapshot.snapshot)}
    assert {*SNAPSHOT_TABLES, *COMPLEMENTS} <= set(tables)
    for name, contract in SNAPSHOT_TABLES.items():
        assert tables[name].rows == len(TABLES.get(name, []))
        assert tuple(field["name"] for field in tables[name].fields) == contract.names
        assert tables[name].key == contract.key


def test_files_are_those_of_the_snapshot(snapshot: LoadedSnapshot) -> None:
    tables = {table.name: table for table in published_tables(snapshot.snapshot)}
    for table in tables.values():
        for file in table.files:
            content = snapshot.file(file.path).read_bytes()
            assert len(content) == file.bytes
            assert hashlib.sha256(content).hexdigest() == file.sha256
    named = {file.path: file for file in tables["sites"].files}
    assert {"sites.parquet", "lieux-standard.csv"} <= set(named)
    assert named["lieux-standard.csv"].mediatype == CSV
    paths = {file.path for file in tables["communes"].files}
    assert {"communes.parquet", "tiles/communes.pmtiles"} <= paths
    assert not any("quarantine" in file.path for one in tables.values() for file in one.files)


def test_shapes_have_a_box(snapshot: LoadedSnapshot) -> None:
    tables = {table.name: table for table in published_tables(snapshot.snapshot)}
    box = tables["communes"].box
    assert box is not None
    west, south, east, north = box
    for row in TABLES["communes"]:
        assert west <= row["longitude"] <= east
        assert south <= row["latitude"] <= north
    assert tables["robustness"].box is None


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("a/communes.fr.csv", "CSV pour tableur"),
        ("communes.csv", "CSV"),
        ("x.gpkg", "GeoPackage"),
    ],
)
def test_a_format_is_told_by_the_end_of_a_name(path: str, label: str) -> None:
    found = format_of(path)
    assert found is not None
    assert found.label == label
    assert format_of("maps/departement-29.json") is None


def test_only_a_table_with_shapes_is_geoparquet(snapshot: LoadedSnapshot) -> None:
    for table in published_tables(snapshot.snapshot):
        (label,) = {one.format.label for one in table.files if one.path == f"{table.name}.parquet"}
        metadata = pq.read_metadata(snapshot.file(f"{table.name}.parquet")).metadata
        assert label == ("GeoParquet" if b"geo" in metadata else "Parquet")
