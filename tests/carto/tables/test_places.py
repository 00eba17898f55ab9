"""A published place is on the ground, with its hours; fibre keeps every quarter."""

from __future__ import annotations

from carto.tables.parsed_sites import PARSED_SITES as PARSED
from carto.tables.places import FIBRE, SITES


def test_a_published_place_has_a_commune_coordinates_and_says_whether_it_counts() -> None:
    for name in ("code_insee", "longitude", "latitude", "is_supply", "sources"):
        assert not SITES.column(name).nullable
    assert PARSED.column("longitude").nullable


def test_nothing_that_a_source_says_of_a_place_is_dropped_but_raw_hours() -> None:
    assert set(PARSED.names) - set(SITES.names) == {"hours_per_year_declared"}


def test_fibre_is_known_by_commune_quarter_and_series() -> None:
    assert FIBRE.key == ("code_insee", "quarter", "series")
