"""Tests of `webapp.file_formats`."""

from __future__ import annotations

from geodata.layer_files import FORMATS
from geodata.row_files import WRITERS
from geodata.storage.manifest import PARQUET
from geodata.storage.tiles import PMTILES as TILES_TYPE
from webapp.file_formats import CSV, FILE_FORMATS, FRENCH_CSV, GEOPARQUET, PMTILES


def test_each_format_has_one_media_type_wherever_its_files_are_written() -> None:
    for written in FORMATS:
        assert FILE_FORMATS[written.suffix].mimetype == written.mediatype
    assert FILE_FORMATS[GEOPARQUET].mimetype == PARQUET
    assert PMTILES.mimetype == TILES_TYPE


def test_each_format_that_is_no_text_has_a_writer() -> None:
    assert {*WRITERS} == {*FILE_FORMATS} - {CSV, FRENCH_CSV}
