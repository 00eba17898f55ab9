"""Parsed places keep the names and the order of words of the national standard."""

from __future__ import annotations

from carto.tables.parsed_sites import OPTIONAL_COLUMNS, PARSED_SITES, STANDARD


def test_what_may_be_missing_says_what_missing_means() -> None:
    for name in OPTIONAL_COLUMNS:
        assert PARSED_SITES.column(name).null_rule


def test_a_place_is_always_known_by_its_name_source_and_kind() -> None:
    for name in ("id", "source", "kind", "nom", "format"):
        assert not PARSED_SITES.column(name).nullable


def test_several_values_are_said_to_be() -> None:
    several = {column.name for column in STANDARD if "|" in column.description}
    assert {"services", "typologie", "courriels"} <= several
    assert "telephone" not in several
