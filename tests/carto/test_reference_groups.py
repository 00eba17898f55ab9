"""Tests of `carto.reference_groups`."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from carto.contracts import check
from carto.reference import GroupQuantiles
from carto.reference_groups import reference_rows
from carto.tables.comparisons import REFERENCE_QUANTILES
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Parameters
from tests.carto.test_reference import ALONE, BOTH, REFERENCE, RISING

COMMUNES = pd.DataFrame(
    {"region": ["53", None], "departement": ["29", "975"], "densite_classe": [None, None]}
)


def kept(lists: tuple[str, ...], variant: str | None, *codes: str) -> list[tuple[str, str, str]]:
    communes = COMMUNES[COMMUNES["departement"].isin(codes)]
    rows = reference_rows(REFERENCE, communes, lists, variant, Parameters())
    return list(rows[["level", "code", "indicator"]].itertuples(index=False, name=None))


def test_france_and_the_groups_of_the_communes_are_kept() -> None:
    assert kept(ALONE, "ifn", "29") == [
        ("france", "FR", "need"),
        ("france", "FR", "accessibility"),
        ("departement", "29", "need"),
    ]
    assert ("departement", "29", "need") not in kept(ALONE, "ifn", "975")


def test_another_variant_of_the_need_is_not_compared() -> None:
    assert kept(ALONE, "revenu", "29") == [("france", "FR", "accessibility")]
    assert kept(ALONE, None, "29") == [("france", "FR", "accessibility")]


def test_other_lists_of_places_are_not_compared() -> None:
    assert ("france", "FR", "accessibility") not in kept(("lieux",), "ifn", "29")
    assert ("france", "FR", "accessibility") in kept(BOTH, "ifn", "29")


@pytest.mark.parametrize(
    ("changed", "compared"),
    [
        ({}, {"need", "nearest_site_min", "accessibility", "score"}),
        ({"alerts.need": 6.0}, {"need", "nearest_site_min", "accessibility", "score"}),
        ({"travel.t0_min": 5.0}, {"need"}),
        ({"catchment.decay": "flat"}, {"need", "nearest_site_min"}),
        ({"demand.standard": "none"}, {"need", "nearest_site_min"}),
        ({"alerts.apl_ref": 1.0}, {"need", "nearest_site_min", "accessibility"}),
        ({"composite.fibre_floor": 0.5}, {"need", "nearest_site_min", "accessibility"}),
    ],
)
def test_what_parameters_measure_otherwise_is_not_compared(
    changed: dict[str, object], compared: set[str]
) -> None:
    full = replace(
        REFERENCE,
        quantiles=tuple(
            GroupQuantiles("france", "", indicator, lists, 9, 9, RISING)
            for indicator, lists in (
                ("need", ()),
                *((name, ALONE) for name in ("nearest_site_min", "accessibility", "score")),
            )
        ),
    )
    rows = reference_rows(full, COMMUNES, ALONE, "ifn", with_overrides(changed))
    assert set(rows["indicator"]) == compared


def test_rows_meet_their_contract_and_no_reference_gives_none() -> None:
    rows = reference_rows(REFERENCE, COMMUNES, ALONE, "ifn", Parameters())
    assert check(rows, REFERENCE_QUANTILES) == []
    assert rows["p95"].to_list() == [95.0, 95.0, 95.0]
    empty = reference_rows(None, COMMUNES, ALONE, "ifn", Parameters())
    assert (len(empty), tuple(empty.columns)) == (0, REFERENCE_QUANTILES.names)
