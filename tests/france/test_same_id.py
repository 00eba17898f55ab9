"""Every real file in another order: the same national snapshot."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.settings import BuildSettings
from tests.demo import Built
from tests.france.counts import as_text, national_counts
from tests.france.national_build import build_france
from tests.shuffled import shuffled_settings

pytestmark = pytest.mark.france


def test_rows_and_entities_in_another_order(
    built_france: Built, france_settings: BuildSettings, tmp_path: Path
) -> None:
    settings = shuffled_settings(france_settings, tmp_path / "files", 1, with_columns=False)
    again = build_france(settings, tmp_path / "data")
    expected = as_text(national_counts(built_france.snapshot)).splitlines()
    assert as_text(national_counts(again.snapshot)).splitlines() == expected
    assert hashes(again) == hashes(built_france)
    assert again.snapshot.id == built_france.snapshot.id


def hashes(built: Built) -> dict[str, str]:
    """Fingerprint of the contents of each table."""
    return {name: table["contentHash"] for name, table in built.snapshot.tables.items()}
