"""The key of a map on paper: every class with its count, the signs of its places."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from carto.drawing import palettes
from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.paper.key import draw_key, write_lines
from carto.drawing.paper.paper_map import MOST_LETTERS

VERDICT = INDICATORS["verdict"]


def words_of(markup: str) -> str:
    root = ET.fromstring(f"<svg>{markup}</svg>")  # noqa: S314 - our own drawing
    return " ".join(root.itertext()).replace("\xa0", " ")


def test_every_class_is_in_the_key_even_an_empty_one(rows) -> None:
    drawn, height = draw_key(VERDICT, rows, [], 60, 3)
    words = words_of(drawn)
    for drawn_class in VERDICT.classes:
        assert drawn_class.label in words
    assert VERDICT.missing_label in words
    assert height > 3 * len(VERDICT.classes)


def test_the_worst_class_and_the_missing_one_are_hatched(rows) -> None:
    drawn, _ = draw_key(VERDICT, rows, [], 60, 3)
    assert drawn.count(f'stroke="{palettes.HATCH_ON_COLOUR}"') == 1
    assert drawn.count(f'stroke="{palettes.HATCH_ON_MISSING}"') == 1


def test_places_are_counted_by_nature_or_all_together() -> None:
    few = [{"id": "a", "kind": "lieu", "format": "fixe"}] * 2
    words = words_of(draw_key(VERDICT, [], few, 60, 3)[0])
    assert "lieu fixe : 2" in words
    many = few * MOST_LETTERS
    assert f"{len(many)} lieux d'aide" in words_of(draw_key(VERDICT, [], many, 60, 3)[0])


def test_words_are_cut_where_there_is_room() -> None:
    drawn, height = write_lines("sous-desservie\xa0: 12\xa0communes", 20, 3)
    assert drawn.count("<text") == 2
    assert "12\xa0communes" in drawn
    assert ">sous-desservie\xa0:<" in drawn
    assert height == 2 * 1.3 * 3
