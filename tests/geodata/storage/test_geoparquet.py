"""Tests of GeoParquet files."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest

from geodata.storage.canonical import canonical_table
from geodata.storage.geoparquet import write_geoparquet
from tests.geodata.storage import sample_snapshot

COMMUNES = sample_snapshot.contract_of("communes")


def write(table: pd.DataFrame, path: Path) -> Path:
    write_geoparquet(canonical_table(table, COMMUNES), path)
    return path


def test_what_is_written_is_what_geopandas_reads(tmp_path: Path):
    table = sample_snapshot.table("communes")
    read = gpd.read_parquet(write(table, tmp_path / "communes.parquet"))
    assert list(read["code_insee"]) == ["22050", "29001", "29019", "29155"]
    assert read.crs == "EPSG:4326"
    expected = table.set_geometry("geometry").sort_values("code_insee").reset_index(drop=True)
    assert read.geometry.geom_equals(expected.geometry).all()


def test_missing_stays_missing_and_integers_stay_integers(tmp_path: Path):
    read = pq.read_table(write(sample_snapshot.table("communes"), tmp_path / "c.parquet"))
    assert str(read.schema.field("locaux").type) == "int64"
    assert read["locaux"].to_pylist() == [None, 800, 100_000, None]
    assert read["taux_couverture_ftth"].to_pylist() == [None, 0.0, 0.99, None]
    assert read["alert_offre"].null_count == 4


def test_the_same_contents_give_the_same_bytes(tmp_path: Path):
    table = sample_snapshot.table("communes")
    first = write(table, tmp_path / "a.parquet").read_bytes()
    second = write(table.iloc[[2, 0, 3, 1]], tmp_path / "b.parquet").read_bytes()
    assert first == second


def test_a_reader_of_a_small_area_gets_it_through_the_covering(tmp_path: Path):
    path = write(sample_snapshot.table("communes"), tmp_path / "communes.parquet")
    read = gpd.read_parquet(path, bbox=(-5.2, 48.4, -5.0, 48.5))
    assert list(read["nom"]) == ["Ouessant"]


@pytest.mark.parametrize("name", ["communes", "epci", "departement", "groupe", "sites", "fibre"])
def test_the_validator_of_geoparquet_finds_nothing(tmp_path: Path, name: str):
    contract = sample_snapshot.contract_of(name)
    path = tmp_path / f"{name}.parquet"
    write_geoparquet(canonical_table(sample_snapshot.table(name), contract), path)
    validator = shutil.which("geoparquet-validator", path=sysconfig.get_path("scripts"))
    assert validator is not None
    found = subprocess.run(
        [validator, "check", str(path)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout
    assert "PASS  /conf/covering/bbox-column-structure" in found.stdout
