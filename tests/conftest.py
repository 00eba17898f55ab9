"""Fixtures for all tests: the embedded demonstration and the real files of France."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def demo_data() -> Path:
    """Folder of the embedded Finistère files."""
    return ROOT / "geodata" / "demo"


@pytest.fixture
def france_data() -> Path:
    """Folder of the real files of the whole of France; the test is skipped without it."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real files of France are not in {folder}")
    return folder
