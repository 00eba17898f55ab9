"""The announced stop is seen by every process that shares the folder."""

from __future__ import annotations

from pathlib import Path

from webapp.operation.readiness import announce_stop, is_stopping


def test_a_stop_is_seen_once_announced(tmp_path: Path):
    assert not is_stopping(tmp_path)
    announce_stop(tmp_path)
    assert is_stopping(tmp_path)
    assert not is_stopping(None)
