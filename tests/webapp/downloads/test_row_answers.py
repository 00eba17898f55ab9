"""Tests of `webapp.downloads.row_answers`."""

from __future__ import annotations

from carto.tables.published import SNAPSHOT_TABLES
from geodata.row_files import WRITERS
from webapp.downloads.row_answers import SUFFIX, is_text, published_fields
from webapp.file_formats import FILE_FORMATS


def test_each_offered_format_is_written_here_or_by_the_other_process() -> None:
    for suffix in FILE_FORMATS:
        assert is_text(suffix) != (suffix in WRITERS)
        assert f"'{suffix}'" in SUFFIX


def test_columns_are_described_in_the_order_asked() -> None:
    fields = published_fields(SNAPSHOT_TABLES["communes"], ("population", "code_insee"))
    assert [field["name"] for field in fields] == ["population", "code_insee"]
    assert fields[0]["unit"] == "habitants"
