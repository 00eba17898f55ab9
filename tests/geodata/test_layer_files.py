"""Tests of the whole layers of a snapshot as files for other tools."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import geopandas as gpd
import openpyxl
import pyogrio
import pytest

from carto.layers import DRAWN_LAYERS, LAYERS
from geodata.column_meanings import shown_fields
from geodata.layer_files import FORMATS, WRITTEN_FORM, LayerFile, complete, layer_file_paths
from geodata.storage.manifest import LAYER_FILES, package_id
from geodata.storage.snapshot import Snapshot
from tests.demo import Built


@pytest.fixture
def snapshot(built_demo: Built) -> Snapshot:
    """Return the demonstration."""
    return built_demo.snapshot


def layer_path(snapshot: Snapshot, name: str) -> Path:
    """Path of a file of a layer."""
    return snapshot.path(f"{LAYER_FILES}{name}")


def test_every_format_has_every_row_of_its_layer(snapshot: Snapshot) -> None:
    for layer in DRAWN_LAYERS:
        table = LAYERS[layer].table
        (key,) = snapshot.tables[table]["schema"]["primaryKey"]
        codes = [row[key] for row in snapshot.rows(table)]
        if not codes:
            continue
        with layer_path(snapshot, f"{layer}.csv").open(encoding="utf-8", newline="") as file:
            assert [row[key] for row in csv.DictReader(file)] == codes
        book = openpyxl.load_workbook(layer_path(snapshot, f"{layer}.xlsx"), read_only=True)
        assert [row[0] for row in book[layer].values][1:] == codes
        for suffix in ("geojson", "gpkg"):
            read = gpd.read_file(layer_path(snapshot, f"{layer}.{suffix}"), layer=0)
            assert list(read[key]) == codes
        names = [name for name, _ in pyogrio.list_layers(layer_path(snapshot, f"{layer}.gpkg"))]
        assert names[0] == layer


def test_another_tool_finds_every_layer_valid(snapshot: Snapshot) -> None:
    validator = Path("/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py")
    if not validator.exists():
        pytest.skip("gdal-bin and python3-gdal of Debian are not installed")
    for path in sorted((snapshot.folder / LAYER_FILES).glob("*.gpkg")):
        done = subprocess.run(
            ["/usr/bin/python3", validator, path], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_a_layer_too_large_for_a_format_is_left_out_of_it_alone() -> None:
    tables = {LAYERS[name].table: range(10) for name in DRAWN_LAYERS}
    tables["communes"] = range(35_000)
    paths = layer_file_paths(tables)  # type: ignore[arg-type]  # only their lengths count
    assert "couches/communes.geojson" not in paths
    assert len(paths) == len(DRAWN_LAYERS) * len(FORMATS) - 1
    tables["region"] = range(0)
    assert not [path for path in layer_file_paths(tables) if "regions" in path]  # type: ignore[arg-type]


def test_a_table_that_is_not_drawn_is_csv_when_it_is_small() -> None:
    tables = {"fibre": range(100_000), "robustness": range(100), "twins": range(1_000_000)}
    paths = layer_file_paths(tables)  # type: ignore[arg-type]  # only their lengths count
    assert paths == ["couches/fibre_history.csv", "couches/robustness.csv"]
    tables["fibre"] = range(1_000_000)
    assert layer_file_paths(tables) == ["couches/robustness.csv"]  # type: ignore[arg-type]


def test_the_csv_of_a_table_has_its_rows_and_its_columns(snapshot: Snapshot) -> None:
    for name, table in (("fibre_history", "fibre"), ("robustness", "robustness")):
        with layer_path(snapshot, f"{name}.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.DictReader(file))
        rows = list(snapshot.rows(table))
        fields = shown_fields(snapshot.tables[table]["schema"]["fields"])
        assert list(read[0]) == [field["name"] for field in fields]
        assert [row["code_insee"] for row in read] == [row["code_insee"] for row in rows]


def test_the_id_counts_which_files_there_are_not_their_bytes(snapshot: Snapshot) -> None:
    resources = [
        {**one, "hash": "other"} if one["path"].startswith(LAYER_FILES) else one
        for one in snapshot.manifest["resources"]
    ]
    assert package_id(resources, snapshot.facts) == snapshot.id
    fewer = {**snapshot.facts, "layer_files": snapshot.facts["layer_files"][1:]}
    assert package_id(resources, fewer) != snapshot.id


def test_files_written_otherwise_have_another_id(snapshot: Snapshot) -> None:
    resources = snapshot.manifest["resources"]
    assert snapshot.facts["written_form"] == WRITTEN_FORM
    otherwise = {**snapshot.facts, "written_form": WRITTEN_FORM + 1}
    assert package_id(resources, otherwise) != snapshot.id
    earlier = {key: fact for key, fact in snapshot.facts.items() if key != "written_form"}
    assert package_id(resources, earlier) != snapshot.id


def test_what_the_other_process_left_undone_is_done_here(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    for path in snapshot.folder.glob("*.parquet"):
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / LAYER_FILES).mkdir()
    (tmp_path / LAYER_FILES / "partiel-epci.gpkg").write_bytes(b"killed")
    files = [
        LayerFile(tmp_path, "epci", index, snapshot.id, snapshot.facts)
        for index in range(len(FORMATS))
    ]
    complete(files, tmp_path / LAYER_FILES)
    written = {path.name: path.read_bytes() for path in (tmp_path / LAYER_FILES).iterdir()}
    assert written == {
        f"epci.{one.suffix}": layer_path(snapshot, f"epci.{one.suffix}").read_bytes()
        for one in FORMATS
    }
