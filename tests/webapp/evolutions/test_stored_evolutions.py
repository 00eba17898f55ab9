"""Tests of `webapp.evolutions.stored_evolutions`."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.evolutions import store_evolution
from geodata.storage.data_dir import DataDir
from tests.webapp.sample_evolution import BEFORE, EARLIER, evolution
from webapp.errors import UnknownResourceError
from webapp.evolutions.stored_evolutions import StoredEvolutions

AFTER = "a" * 16


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    """Keep two comparisons that lead to one snapshot."""
    folder = DataDir(tmp_path)
    store_evolution(folder, evolution(AFTER, EARLIER, "2026-01-01T00:00:00+00:00"))
    store_evolution(folder, evolution(AFTER))
    return folder


def test_comparisons_are_listed_from_the_latest_start(data_dir: DataDir) -> None:
    kept = StoredEvolutions(data_dir).leading_to(AFTER)
    assert [one["before"]["snapshot"] for one in kept] == [BEFORE, EARLIER]
    assert StoredEvolutions(data_dir).leading_to(BEFORE) == []


def test_without_a_folder_there_is_none(tmp_path: Path) -> None:
    assert StoredEvolutions(DataDir(tmp_path)).leading_to(AFTER) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"before": 1}', b"\xff"])
def test_what_is_no_comparison_is_left_out(data_dir: DataDir, content: bytes) -> None:
    data_dir.change(BEFORE, AFTER).write_bytes(content)
    kept = StoredEvolutions(data_dir)
    assert [one["before"]["snapshot"] for one in kept.leading_to(AFTER)] == [EARLIER]
    with pytest.raises(UnknownResourceError):
        kept.between(BEFORE, AFTER)


def test_a_comparison_of_others_under_this_name_is_left_out(data_dir: DataDir) -> None:
    path = data_dir.change(BEFORE, AFTER)
    path.write_bytes(data_dir.change(EARLIER, AFTER).read_bytes())
    assert len(StoredEvolutions(data_dir).leading_to(AFTER)) == 1


def test_a_file_is_read_again_only_when_it_changes(data_dir: DataDir) -> None:
    kept = StoredEvolutions(data_dir)
    first = kept.between(BEFORE, AFTER)
    assert kept.between(BEFORE, AFTER) is first
    store_evolution(data_dir, evolution(AFTER, moves=[]))
    assert kept.between(BEFORE, AFTER)["moves"] == []


@pytest.mark.parametrize("before", ["", "../../etc/passwd", "b" * 16, "A" * 16])
def test_what_is_not_kept_is_not_found(data_dir: DataDir, before: str) -> None:
    with pytest.raises(UnknownResourceError, match="carto diff"):
        StoredEvolutions(data_dir).between(before, AFTER)
