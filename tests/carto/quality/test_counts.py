"""Tests of `carto.quality.counts`."""

from __future__ import annotations

from typing import Any

from carto import flags
from carto.quality.counts import COUNTED_FLAGS, Unknown, count_places, count_unknown


def place(*raised: str, **own: Any) -> dict[str, Any]:
    """Make a place open 10 h a week by its own word, with a recent record."""
    return {
        "is_supply": True,
        "hours_source": "declarees",
        "hours_per_year": 520.0,
        "date_maj": "2026-05-01",
        "merged_ids": None,
        "flags": list(raised),
    } | own


def test_places_are_counted_with_their_hours() -> None:
    counts = count_places([place(), place(hours_source="imputees", hours_per_year=1560.0)])
    assert (counts.places, counts.with_hours) == (2, 1)
    assert (counts.hours, counts.declared_hours) == (40.0, 10.0)


def test_every_record_has_one_age() -> None:
    counts = count_places(
        [
            place(),
            place(flags.FICHE_ANCIENNE),
            place(flags.FICHE_PERIMEE),
            place(date_maj=None),
            place(date_maj=None),
        ]
    )
    assert (counts.fresh, counts.old, counts.stale, counts.undated) == (1, 1, 1, 2)


def test_what_is_no_supply_is_passed_over() -> None:
    apart = place(flags.POSITION_APPROCHEE, is_supply=False, hours_per_year=None)
    counts = count_places([apart])
    assert (counts.places, counts.hours) == (0, 0.0)
    assert counts.flagged == dict.fromkeys(COUNTED_FLAGS, 0)


def test_places_that_do_not_help_everybody_are_counted_apart() -> None:
    counts = count_places(
        [
            place(),
            place(flags.PUBLIC_RESTREINT, is_supply=False, hours_per_year=None),
            place(flags.EQUIPEMENT_SEUL, is_supply=False),
            place(flags.EQUIPEMENT_SEUL, is_supply=False),
        ]
    )
    assert (counts.places, counts.restricted, counts.equipment_only) == (1, 1, 2)
    assert counts.hours == 10


def test_merged_records_and_doubtful_positions_are_counted() -> None:
    counts = count_places([place(flags.POSITION_APPROCHEE, merged_ids="a|b"), place()])
    assert counts.merged == 2
    assert counts.flagged[flags.POSITION_APPROCHEE] == 1


def test_unknown_values_are_counted_by_indicator_and_reason() -> None:
    known: dict[str, Any] = {"population": 10, "taux_couverture_ftth": 1.0, "nearest_site_min": 5.0}
    known |= {"accessibility": 0.4, "need": 3.0, "reasons": {}}
    secret = known | {"need": None, "reasons": {"need": "VALEUR_NON_DIFFUSEE"}}
    unheard = known | {"population": None, "reasons": {"population": "COMMUNE_ABSENTE"}}
    assert count_unknown([known, secret, secret, unheard]) == (
        Unknown("population", "COMMUNE_ABSENTE", 1, 0),
        Unknown("need", "VALEUR_NON_DIFFUSEE", 2, 20),
    )
