"""The peer is asked for only where it is installed; the message says how to install it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.service import pygeoapi
from geodata.storage.snapshot import open_latest
from tests.demo import Built


def test_its_absence_is_said(
    built_demo: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygeoapi, "HOME", tmp_path)
    snapshot, _ = open_latest(built_demo.data_dir)
    with (
        pytest.raises(SystemExit, match="make bench-service"),
        pygeoapi.pygeoapi_serving(snapshot, tmp_path),
    ):
        pass
