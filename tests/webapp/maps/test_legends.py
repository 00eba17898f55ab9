"""Tests of `webapp.maps.legends`."""

from __future__ import annotations

from carto.drawing.indicators.indicator import Indicator
from tests.webapp.sample import Row
from webapp.maps.legends import (
    class_key,
    class_position,
    legend_lines,
    of_class,
    underserved_sum,
    with_known_class,
)
from webapp.views.state import MapState, ReadState


def test_counts_add_up_and_missing_is_a_line_of_its_own(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    lines = legend_lines(indicators["verdict"], list(communes.values()))
    counts = [int(line.communes.split("\u00a0")[0]) for line in lines]
    assert sum(counts) == len(communes)
    assert [line.is_missing for line in lines] == [False] * 4 + [True]
    assert lines[-1].communes == "2\u00a0communes"
    assert lines[-1].index == ""


def test_bars_are_shares_of_the_communes(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    lines = legend_lines(indicators["verdict"], list(communes.values()))
    assert lines[1].bar == round(100 * 3 / 8)


def test_the_classes_part_the_communes(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    verdict, rows = indicators["verdict"], list(communes.values())
    kept = {key: of_class(rows, verdict, key) for key in ("0", "1", "2", "3", "absente")}
    assert sum(map(len, kept.values())) == len(rows)
    assert {class_key(verdict, row) for row in kept["absente"]} == {"absente"}
    assert of_class(rows, verdict, None) == rows
    assert (class_position(verdict, "2"), class_position(verdict, "absente")) == (2, None)


def test_a_class_of_another_indicator_is_said_and_dropped(indicators: dict[str, Indicator]) -> None:
    read = ReadState(MapState(class_key="aucun"), ())
    assert with_known_class(read, indicators["temps"]) == read
    dropped = with_known_class(read, indicators["verdict"])
    assert dropped.state.class_key is None
    assert "« aucun »" in dropped.notices[0]


def test_the_classes_of_the_underserved_add_up_to_their_number(
    indicators: dict[str, Indicator],
) -> None:
    known = {"2": 52, "3": 7, "indetermine": 2}
    rows = [
        {"verdict": verdict, "is_underserved": True}
        for verdict, count in known.items()
        for _ in range(count)
    ]
    rows += [{"verdict": "0", "is_underserved": False}, {"verdict": "indetermine"}]
    said = underserved_sum(indicators["verdict"], rows).replace("\u00a0", " ")
    assert said == (
        "En tout, 61 communes sous-desservies : 52 + 7 prioritaires + 2 dont la classe exacte "
        "reste inconnue."
    )
    assert underserved_sum(indicators["temps"], rows) == ""
    assert underserved_sum(indicators["verdict"], rows[:52]) == ""
