"""Tests of `webapp.file_formats`."""

from __future__ import annotations

from geodata.layer_files import FORMATS
from geodata.storage.manifest import PARQUET
from geodata.storage.tiles import PMTILES as TILES_TYPE
from webapp.file_formats import FILE_FORMATS, GEOPARQUET, PMTILES


def test_each_format_has_one_media_type_wherever_its_files_are_written() -> None:
    for written in FORMATS:
        assert FILE_FORMATS[written.suffix].mimetype == written.mediatype
    assert FILE_FORMATS[GEOPARQUET].mimetype == PARQUET
    assert PMTILES.mimetype == TILES_TYPE
