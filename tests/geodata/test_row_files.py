"""Tests of the files that a process of its own writes, read back by other tools."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sysconfig
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from carto.tables.published import SNAPSHOT_TABLES
from geodata.export_formats.layer_drawing import draw_table
from geodata.row_files import WRITERS, row_file
from geodata.row_request import RowRequest
from geodata.storage.data_dir import DataDir
from geodata.storage.manifest import describe_columns
from geodata.storage.snapshot import Snapshot
from tests.geodata.storage import sample_snapshot

NAMES = ("code_insee", "nom", "population", "taux_couverture_ftth", "is_in_scope", "verdict")
# Not the order of the table: that of a reader.
CODES = ("29155", "29019")


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Publish the sample snapshot, once."""
    return sample_snapshot.publish(DataDir(tmp_path_factory.mktemp("rows")))


@pytest.fixture
def request_(snapshot: Snapshot) -> RowRequest:
    """Ask for two communes, the last one first."""
    return two_communes(snapshot)


def two_communes(snapshot: Snapshot) -> RowRequest:
    """Ask for two communes of the sample, in the order of `CODES`."""
    rows = {row["code_insee"]: row for row in snapshot.rows("communes")}
    chosen = [rows[code] for code in CODES]
    contract = SNAPSHOT_TABLES["communes"]
    drawing = draw_table("communes", snapshot.facts, chosen)
    assert drawing is not None
    return RowRequest(
        descriptor={
            "name": "communes",
            "title": "Finistère, communes",
            "schema": {
                "fields": describe_columns(contract.column(name) for name in NAMES),
                "primaryKey": ["code_insee"],
            },
        },
        facts={"title": "Finistère", "sources": snapshot.facts["sources"]},
        snapshot_id=snapshot.id,
        records=[[row[name] for name in NAMES] for row in chosen],
        shapes=str(snapshot.path("communes.parquet")),
        drawing=drawing,
        notes=(("Règle modifiée", "fibre à 90 %"),),
    )


@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "parquet"])
def test_rows_come_back_in_their_order_with_their_values_and_shapes(
    request_: RowRequest, snapshot: Snapshot, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"rows.{suffix}"
    path.write_bytes(row_file(request_, suffix))
    read = gpd.read_parquet(path) if suffix == "parquet" else gpd.read_file(path, layer=0)
    assert list(read["code_insee"]) == list(CODES)
    for name, values in zip(NAMES, zip(*request_.records, strict=True), strict=True):
        found = [None if pd.isna(value) else value for value in read[name]]
        assert found == list(values)
    published = gpd.read_parquet(snapshot.path("communes.parquet")).set_index("code_insee")
    for code, shape in zip(CODES, read.geometry, strict=True):
        assert shape.equals(published.geometry[code])


def test_a_workbook_tells_the_rule_and_the_rows(request_: RowRequest) -> None:
    book = openpyxl.load_workbook(io.BytesIO(row_file(request_, "xlsx")))
    rows = list(book["communes"].values)
    assert [row[0] for row in rows] == ["Code de la commune", *CODES]
    said = [row[:2] for row in book["Sources"].values]
    assert ("Règle modifiée", "fibre à 90 %") in said


def test_no_row_is_still_a_file(request_: RowRequest) -> None:
    empty = replace(request_, records=[], drawing=replace(request_.drawing, labels=()))
    for suffix in WRITERS:
        assert row_file(empty, suffix)
    assert json.loads(row_file(empty, "geojson"))["features"] == []


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_the_same_rows_give_the_same_bytes(request_: RowRequest, suffix: str) -> None:
    assert row_file(request_, suffix) == row_file(request_, suffix)


@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "parquet"])
def test_hostile_text_is_left_as_it_is_where_no_spreadsheet_reads_it(
    request_: RowRequest, tmp_path: Path, suffix: str
) -> None:
    for hostile in ('=HYPERLINK("x")', "<script>alert(1)</script>", "{{7*7}}", "'; DROP TABLE x"):
        records = [[row[0], hostile, *row[2:]] for row in request_.records]
        path = tmp_path / f"hostile.{suffix}"
        path.write_bytes(row_file(replace(request_, records=records), suffix))
        read = gpd.read_parquet(path) if suffix == "parquet" else gpd.read_file(path, layer=0)
        assert set(read["nom"]) == {hostile}


def test_a_workbook_runs_no_hostile_text(request_: RowRequest) -> None:
    records = [[row[0], "\t=1+1", *row[2:]] for row in request_.records]
    notes = (("Lignes", "=cmd()"),)
    written = row_file(replace(request_, records=records, notes=notes), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert book["communes"]["B2"].value == "'\t=1+1"
    assert ("Lignes", "'=cmd()") in [row[:2] for row in book["Sources"].values]


def test_the_validator_of_geoparquet_finds_nothing(request_: RowRequest, tmp_path: Path) -> None:
    (tmp_path / "rows.parquet").write_bytes(row_file(request_, "parquet"))
    validator = shutil.which("geoparquet-validator", path=sysconfig.get_path("scripts"))
    assert validator is not None
    done = subprocess.run(
        [validator, "check", str(tmp_path / "rows.parquet")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_shapes_are_found_in_whichever_group_of_rows_holds_them(
    request_: RowRequest, tmp_path: Path
) -> None:
    parted = tmp_path / "communes.parquet"
    pq.write_table(pq.read_table(request_.shapes), parted, row_group_size=1)
    assert pq.ParquetFile(parted).num_row_groups > len(CODES)
    same = row_file(replace(request_, shapes=str(parted)), "geojson")
    assert same == row_file(request_, "geojson")
