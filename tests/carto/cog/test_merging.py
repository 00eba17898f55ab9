"""Sums are whole or missing, means weigh people, and what is estimated says so."""

from __future__ import annotations

import math

import pytest

from carto import flags
from carto.cog.merging import Merged, Part, merge
from carto.contracts import Column, ColumnType, MergeRule


def column(rule: MergeRule | None, type_: ColumnType = "number") -> Column:
    return Column("valeur", type_, "Valeur", "Une valeur.", when_merged=rule)


def parts(*given: tuple[object, float]) -> list[Part]:
    return [Part(value, weight, is_main=not n) for n, (value, weight) in enumerate(given)]


@pytest.mark.parametrize(
    ("rule", "given", "merged"),
    [
        ("sum", ((3, 1.0), (4, 1.0)), Merged(7)),
        ("sum", ((3, 1.0), (None, 1.0)), Merged(None, flags.FUSION_INCOMPLETE)),
        ("sum", ((None, 1.0), (None, 1.0)), Merged(None)),
        ("mean", ((4.0, 300.0), (8.0, 100.0)), Merged(5.0, flags.ESTIME_FUSION)),
        ("mean", ((4.0, 300.0), (4.0, 100.0)), Merged(4.0)),
        ("mean", ((4.0, math.nan), (8.0, math.nan)), Merged(6.0, flags.ESTIME_FUSION)),
        ("mean", ((4.0, 0.0), (8.0, 0.0)), Merged(6.0, flags.ESTIME_FUSION)),
        ("mean", ((4.0, 80.0), (None, 20.0)), Merged(4.0)),
        ("mean", ((4.0, 79.0), (None, 21.0)), Merged(None, flags.FUSION_INCOMPLETE)),
        ("main", (("oui", 1.0), ("oui", 9.0)), Merged("oui")),
        ("main", (("oui", 1.0), ("non", 9.0)), Merged("oui", flags.ESTIME_FUSION)),
        ("place", ((48.1, 1.0), (48.2, 9.0)), Merged(48.1)),
        ("earliest", (("2028-01-31", 1.0), ("2026-01-31", 1.0)), None),
        ("latest", (("2026-01-31", 1.0), ("2026-01-31", 1.0)), Merged("2026-01-31")),
        ("latest", (("2026-01-31", 1.0), ("2025-01-31", 1.0)), None),
        ("latest", (("2026-01-31", 1.0), (None, 1.0)), Merged(None, flags.FUSION_INCOMPLETE)),
    ],
)
def test_each_rule(
    rule: MergeRule, given: tuple[tuple[object, float], ...], merged: Merged | None
) -> None:
    found = merge(column(rule), parts(*given))
    assert found == (merged or Merged("2026-01-31", flags.ESTIME_FUSION))


@pytest.mark.parametrize(
    ("type_", "values", "value"),
    [
        ("string", ("CC", "CA"), "CC"),
        ("boolean", (True, False), True),
        ("date", ("2028-01-31", "2026-01-31"), "2026-01-31"),
    ],
)
def test_what_is_no_number_needs_no_rule(
    type_: ColumnType, values: tuple[object, object], value: object
) -> None:
    found = merge(column(None, type_), parts(*((given, 1.0) for given in values)))
    assert found == Merged(value, flags.ESTIME_FUSION)


def test_a_number_without_a_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="valeur: no rule"):
        merge(column(None), parts((1.0, 1.0)))


@pytest.mark.parametrize("rule", ["sum", "mean", "main", "earliest", "latest"])
def test_the_value_of_a_larger_territory_is_an_estimate(rule: MergeRule) -> None:
    share = Part(5, 1.0, is_main=True, is_share=True)
    assert merge(column(rule), [share]).flag == flags.ESTIME_PARTAGE


def test_a_count_that_cannot_be_shared_says_so() -> None:
    unshared = Part(None, 1.0, is_main=True, is_share=True, is_unshared=True)
    assert merge(column("sum"), [unshared]) == Merged(None, flags.PARTAGE_SANS_POPULATION)
