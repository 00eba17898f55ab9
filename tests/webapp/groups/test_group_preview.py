"""The outline of a group being composed."""

from __future__ import annotations

from pathlib import Path

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.groups.group_draft import Draft
from webapp.groups.group_preview import preview
from webapp.snapshots.loaded_snapshot import load


def test_a_group_is_drawn_once_it_can_be_shown(snapshot_dir: Path) -> None:
    sample = load(*open_latest(DataDir(snapshot_dir)))
    assert preview(sample, Draft(("29001",))) == ""
    drawn = preview(sample, Draft(("29001", "29042")))
    assert drawn.startswith("<svg")
    assert 'role="img"' in drawn
    assert "Argol" in drawn
