"""Fixtures of exports: the table of communes of the sample snapshot, chosen whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.layer_drawing import draw_table
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.geodata.storage import sample_snapshot


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Publish the sample snapshot, once."""
    return sample_snapshot.publish(DataDir(tmp_path_factory.mktemp("exports")))


@pytest.fixture
def communes(sample: Snapshot) -> ExportedTable:
    """Its communes: Dinan, Argol, Brest, Ouessant."""
    return exported(sample, "communes")


@pytest.fixture
def sites(sample: Snapshot) -> ExportedTable:
    """Its places."""
    return exported(sample, "sites")


def exported(snapshot: Snapshot, table: str) -> ExportedTable:
    """Choose a whole table."""
    path: Path = snapshot.path(f"{table}.parquet")
    rows = pq.ParquetFile(path).read().drop_columns(["bbox"])
    plain = ExportedTable(snapshot.tables[table], snapshot.facts, snapshot.id, rows)
    return replace(plain, drawing=draw_table(table, snapshot.facts, plain.records()))
