"""The state of the page of two quarters: one way to write it, read with care."""

from __future__ import annotations

import pytest

from webapp.evolutions.quarter_state import QuarterState, read_filters
from webapp.rule.rule import Rule

STATE = QuarterState("2025-T2", "2026-T2", epci="242900314", outcome="arret", page=3)


def test_moving_on_the_page_keeps_the_rest() -> None:
    assert STATE.turned_to(1).url() == (
        "/evolutions?t2=2025-T2&t=2026-T2&epci=242900314&bilan=arret"
    )
    assert STATE.keeping(None).url() == "/evolutions?t2=2025-T2&t=2026-T2&epci=242900314"
    assert STATE.within("29", None).url() == "/evolutions?t2=2025-T2&t=2026-T2&departement=29"


def test_a_rule_goes_along() -> None:
    ruled = QuarterState("2025-T2", "2026-T2", rule=Rule(fibre_min=90.0))
    assert ruled.url("/evolutions.csv").endswith("&fibre_min=90")


@pytest.mark.parametrize(
    ("query", "expected", "notices"),
    [
        ({}, (None, None, None, 1), 0),
        ({"departement": "29", "bilan": "revu", "page": "2"}, ("29", None, "revu", 2), 0),
        ({"departement": "", "epci": "", "page": ""}, (None, None, None, 1), 0),
        (
            {"departement": "<b>", "epci": "9" * 500, "bilan": "x", "page": "٣"},
            (None,) * 3 + (1,),
            4,
        ),
        ({"page": "0"}, (None, None, None, 1), 1),
        ({"page": "9999999"}, (None, None, None, 1), 1),
    ],
)
def test_what_cannot_be_used_is_left_aside_and_said(
    query: dict[str, str], expected: tuple[object, ...], notices: int
) -> None:
    found = read_filters(query, {"29"}, {"242900314"})
    assert (found.departement, found.epci, found.outcome, found.page) == expected
    assert len(found.notices) == notices
    assert all(len(notice) < 120 for notice in found.notices)
