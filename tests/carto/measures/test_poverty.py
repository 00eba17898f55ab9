"""Poverty rates under secrecy are those of the EPCI, published or averaged; and it is said."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.measures.poverty import fill_by_epci

COMMUNES = pd.DataFrame(
    {
        "siren_epci": ["200000001", "200000001", "200000001", "200000002", None],
        "people_count": [3000.0, 1000.0, 50.0, 400.0, 200.0],
        "taux_pauvrete": [20.0, 8.0, None, None, None],
    }
)


def test_the_mean_of_the_epci_is_weighted_by_people() -> None:
    rate, is_filled = fill_by_epci(COMMUNES, None)
    assert rate.fillna(-1).to_list() == [20.0, 8.0, 17.0, -1, -1]
    assert is_filled.to_list() == [False, False, True, False, False]


def test_the_published_rate_of_the_epci_comes_first() -> None:
    published = pd.DataFrame(
        {"siren_epci": ["200000001", "200000002"], "taux_pauvrete": [12.0, 30.0]}
    )
    rate, is_filled = fill_by_epci(COMMUNES, published)
    assert rate.fillna(-1).to_list() == [20.0, 8.0, 12.0, 30.0, -1]
    assert is_filled.to_list() == [False, False, True, True, False]


def test_a_published_epci_without_a_rate_is_averaged() -> None:
    published = pd.DataFrame({"siren_epci": ["200000001"], "taux_pauvrete": [None]})
    rate, _ = fill_by_epci(COMMUNES, published)
    assert rate[2] == pytest.approx(17.0)


def test_a_commune_without_epci_stays_unknown() -> None:
    alone = COMMUNES.assign(siren_epci=None)
    rate, is_filled = fill_by_epci(alone, None)
    assert rate.isna().sum() == 3
    assert not is_filled.any()
