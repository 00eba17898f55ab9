"""Contracts of reports, labels and openings: what a report counts, how much a week can hold."""

from __future__ import annotations

from carto.tables.local_inputs import ACTIVITY_KINDS
from carto.tables.local_reports import (
    BILAN_ACTIVITE,
    ENROLMENT,
    OUVERTURES_PREVUES,
    RELAYS,
    REPORT_KINDS,
)


def test_a_report_counts_the_same_actions_and_two_things_more() -> None:
    assert (*ACTIVITY_KINDS, ENROLMENT, RELAYS) == REPORT_KINDS
    assert BILAN_ACTIVITE.column("type").choices == REPORT_KINDS


def test_counts_may_be_missing_and_a_report_is_named() -> None:
    counts = ("nombre", "personnes", "hors_centre", "sur", "page")
    assert all(BILAN_ACTIVITE.column(name).nullable for name in counts)
    assert not BILAN_ACTIVITE.column("rapport").nullable


def test_an_opening_has_a_place_a_day_and_hours() -> None:
    assert not any(column.nullable for column in OUVERTURES_PREVUES.columns)
    assert OUVERTURES_PREVUES.column("heures_semaine").maximum == 60
