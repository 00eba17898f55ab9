"""Mairies: the demo, positions as published, and what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.sources.mairies import parse
from tests.geodata.raw_files import published_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_nothing_set_aside,
    check_wrong_encoding,
)


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    return DemoFile(demo_data / "mairies.geojson", "mairies", parse, '"commune"')


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "mairies"))
    assert (parsed.rows_in, len(parsed.table)) == (277, 277)
    check_nothing_set_aside(parsed)
    assert (parsed.table["longitude"] > 0).sum() == 1, "the lost sign is for a check to repair"


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_wrong_encoding(demo, tmp_path)
    with pytest.raises(SourceError, match=r"mairies.geojson, ligne 1.*caractère"):
        demo.read(tmp_path, demo.path.read_bytes()[:-3])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"commune":"29001"', '"inconnue":"29001"', "CODE_INVALIDE"),
        ('{"type":"Point","coordinates":[-4.31788,48.24618]}', "null", "GEOMETRIE_ABSENTE"),
        ("[-4.31788,48.24618]", "[0,0]", "COORDONNEES_ILLISIBLES"),
        ("[-4.31788,48.24618]", '["-4.3 O",48.24618]', "COORDONNEES_ILLISIBLES"),
    ],
)
def test_a_broken_entity_costs_itself_only(
    demo: DemoFile, tmp_path: Path, old: str, new: str, code: str
) -> None:
    parsed = demo.read(tmp_path, demo.replaced(old, new))
    (refused,) = parsed.refused
    assert (refused.file, refused.line, refused.code) == ("mairies.geojson", 1, code)
    assert len(parsed.table) == 276


def test_swapped_coordinates_are_repaired(demo: DemoFile, tmp_path: Path) -> None:
    parsed = demo.read(tmp_path, demo.replaced("[-4.31788,48.24618]", "[48.24618,-4.31788]"))
    assert parsed.table.iloc[0].to_list() == ["29001", -4.31788, 48.24618]
    assert [notice.code for notice in parsed.notices] == ["COORDONNEES_INVERSEES"]
