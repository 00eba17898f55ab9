"""Tests of the name of a snapshot."""

from __future__ import annotations

from geodata.storage.data_dir import is_snapshot_id
from geodata.storage.snapshot_id import snapshot_id


def test_the_id_follows_contents_contracts_and_method():
    tables = {"communes": {"contentHash": "sha256:aa", "schema": {"fields": []}}}
    first = snapshot_id(tables, {"version": "1"})
    assert is_snapshot_id(first)
    assert snapshot_id(dict(tables), {"version": "1"}) == first
    assert snapshot_id(tables, {"version": "2"}) != first
    other = {"communes": tables["communes"] | {"schema": {"fields": [{"name": "nom"}]}}}
    assert snapshot_id(other, {"version": "1"}) != first
