"""The national settings name every real file once, the observatory in an archive of its sheets."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from bench.national_settings import OBSERVATORY, national_settings


@pytest.mark.france
def test_the_sheets_of_the_observatory_are_one_source(france_data: Path, tmp_path: Path) -> None:
    settings = national_settings(france_data, tmp_path)
    (history,) = (source for source in settings.sources if source.reader == "fibre_history")
    assert history.file is not None
    with zipfile.ZipFile(history.file) as archive:
        assert set(archive.namelist()) == {
            path.name for path in (france_data / OBSERVATORY).glob("*.csv")
        }
    assert [source.id for source in settings.sources] == sorted(s.id for s in settings.sources)
