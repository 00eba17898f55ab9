"""Whether a snapshot was made by this software: same columns, same parameters."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot, open_latest
from webapp.snapshots.compatibility import require_same_software
from webapp.snapshots.loaded_snapshot import load


@pytest.fixture
def snapshot(snapshot_dir: Path) -> Snapshot:
    """Return the published sample with a manifest that a test may change."""
    opened = open_latest(DataDir(snapshot_dir))[0]
    return replace(opened, manifest=copy.deepcopy(opened.manifest))


def fields(snapshot: Snapshot, table: str) -> list[dict[str, Any]]:
    """Fields of a table in the manifest."""
    found: list[dict[str, Any]] = snapshot.tables[table]["schema"]["fields"]
    return found


def test_what_this_software_made_is_accepted(snapshot: Snapshot):
    require_same_software(snapshot)


def test_a_renamed_column_is_refused_by_name(snapshot: Snapshot):
    fields(snapshot, "sites")[0]["name"] = "identifiant"
    with pytest.raises(SnapshotError, match=r"table «\ssites\s».*autre version.*`carto build`"):
        require_same_software(snapshot)


def test_a_missing_column_is_refused(snapshot: Snapshot):
    del fields(snapshot, "communes")[-1]
    with pytest.raises(SnapshotError, match=r"table «\scommunes\s»"):
        require_same_software(snapshot)


@pytest.mark.parametrize("table", ["epci", "territory_fibre"])
def test_a_missing_table_is_refused(snapshot: Snapshot, table: str):
    resources = snapshot.manifest["resources"]
    resources[:] = [resource for resource in resources if resource["name"] != table]
    with pytest.raises(SnapshotError, match=rf"table «\s{table}\s»"):
        require_same_software(snapshot)


def test_an_unknown_parameter_is_refused_by_name(snapshot: Snapshot):
    snapshot.facts["method"]["parameters"]["alerts"]["cuivre_pct"] = 50
    with pytest.raises(SnapshotError, match=r"alerts\.cuivre_pct"):
        require_same_software(snapshot)


def test_a_missing_parameter_is_refused_by_name(snapshot: Snapshot):
    del snapshot.facts["method"]["parameters"]["travel"]["detour"]
    with pytest.raises(SnapshotError, match=r"travel\.detour"):
        require_same_software(snapshot)


def test_nothing_is_read_from_a_refused_snapshot(snapshot: Snapshot):
    fields(snapshot, "communes")[0]["name"] = "code"
    with pytest.raises(SnapshotError, match="autre version du logiciel"):
        load(snapshot)
