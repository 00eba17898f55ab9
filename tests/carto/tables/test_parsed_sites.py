"""A parsed place may say little, but what it is, where it comes from and its name."""

from __future__ import annotations

from carto.tables.parsed_sites import OPTIONAL_COLUMNS, PARSED_SITES


def test_what_every_place_says() -> None:
    assert set(PARSED_SITES.names) - set(OPTIONAL_COLUMNS) == {
        "id",
        "source",
        "kind",
        "nom",
        "nom_commune",
        "format",
        "is_itinerant",
    }


def test_a_missing_value_says_what_it_means() -> None:
    for name in OPTIONAL_COLUMNS:
        assert PARSED_SITES.column(name).null_rule.endswith(".")
    assert "jointure" in PARSED_SITES.column("code_insee").null_rule
