"""The demonstration answers while it is served, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.serving import carto_served


def test_a_folder_without_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="n'a pas répondu"), carto_served(tmp_path):
        pass
