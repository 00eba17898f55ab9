"""Complements of local files: named by what they are read by, and published."""

from __future__ import annotations

from carto.tables.local_published import (
    ACTIVITY_REPORTS,
    ACTIVITY_YEARS,
    PLACE_LABELS,
    PLANNED_OPENINGS,
)
from carto.tables.local_reports import BILAN_ACTIVITE, LABELS_LIEUX
from carto.tables.published import COMPLEMENTS


def test_they_are_published_and_their_keys_lead_to_what_they_are_about() -> None:
    for contract, first in (
        (ACTIVITY_YEARS, "code_insee"),
        (ACTIVITY_REPORTS, "type_territoire"),
        (PLACE_LABELS, "id"),
        (PLANNED_OPENINGS, "code_insee"),
    ):
        assert COMPLEMENTS[contract.name] is contract
        assert contract.key[0] == first
        assert set(contract.key) <= set(contract.names)


def test_a_column_means_the_same_when_it_is_published() -> None:
    assert ACTIVITY_REPORTS.column("hors_centre") == BILAN_ACTIVITE.column("hors_centre")
    assert PLACE_LABELS.column("label") == LABELS_LIEUX.column("label")
