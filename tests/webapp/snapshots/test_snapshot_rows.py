"""Rows by code: flags and reasons parted, equal ones shared, old codes gathered."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from webapp.snapshots.snapshot_rows import former_communes, rows_by_key


@pytest.fixture(scope="module")
def snapshot(snapshot_dir: Path) -> Snapshot:
    store = DataDir(snapshot_dir)
    return Snapshot.open(store.snapshot(store.latest_ids()[0]))


def test_flags_are_a_list_and_reasons_a_dict_of_their_own_code(snapshot: Snapshot) -> None:
    rows = rows_by_key(snapshot, "communes", "code_insee")
    assert list(rows) == sorted(rows)
    assert all(row["code_insee"] == code for code, row in rows.items())
    assert all(isinstance(row["flags"], list) for row in rows.values())
    assert all(isinstance(row["reasons"], dict) for row in rows.values())


def test_an_old_code_may_have_led_to_several_communes(snapshot: Snapshot) -> None:
    former = former_communes(snapshot)
    assert {row["code_insee"] for row in former["29998"]} == {"29001", "29042"}
