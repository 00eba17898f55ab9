"""Marks of a plan: letters, words, shapes of their own."""

from __future__ import annotations

from xml.etree import ElementTree

from carto.drawing.plan_marks import (
    ROUNDS,
    Mark,
    draw_crosses,
    draw_numbers,
    draw_rounds,
    draw_today,
    laid_over,
)

MARKS = [Mark((10.4, 20.6), "1", "Brest & alentours"), Mark((10, 20), "2", "Crozon")]


def read(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 - drawn by the code under test


def test_the_first_mark_is_drawn_last_and_lies_above() -> None:
    groups = read(draw_numbers(MARKS)).findall("g")
    assert [group.findtext("text") for group in groups] == ["2", "1"]
    assert groups[1].findtext("title") == "Brest & alentours"


def test_what_goes_has_another_shape_than_what_opens() -> None:
    assert read(draw_numbers(MARKS)).find(".//rect") is None
    assert len(read(draw_crosses(MARKS)).findall(".//rect")) == 2


def test_places_at_one_point_are_drawn_once() -> None:
    assert len(read(draw_today([(1, 1), (1.2, 0.9), (5, 5)])).findall("path")) == 2


def test_rounds_differ_by_their_dashes_too() -> None:
    square = [(0, 0), (9, 0), (9, 9)]
    paths = read(draw_rounds([square] * (len(ROUNDS) + 1))).findall("path")[1::2]
    dashes = [path.get("stroke-dasharray") for path in paths]
    assert len(set(dashes)) == len(ROUNDS)
    assert dashes[0] == dashes[len(ROUNDS)]
    assert paths[0].get("d", "").endswith("Z")


def test_marks_are_laid_over_the_drawing() -> None:
    assert laid_over("<svg><g/></svg>", draw_numbers(MARKS)).startswith("<svg><g/><g")
