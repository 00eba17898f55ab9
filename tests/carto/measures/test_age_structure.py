"""The share in difficulty follows the ages: rates of the survey on the classes of the census."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.measures.age_structure import CLASSES, expected_share, has_ages
from carto.verdict.parameters import Demand

RATES = Demand().by_age


def structure(**counts: float) -> pd.DataFrame:
    """One commune of 100 people."""
    return pd.DataFrame([dict.fromkeys(CLASSES, 0.0) | {"people_count": 100.0} | counts])


@pytest.mark.parametrize(
    ("name", "rate"),
    [
        ("people_15_29_count", (10 * 2 + 5 * 4) / 15),
        ("people_30_44_count", (10 * 4 + 5 * 8) / 15),
        ("people_45_59_count", 8),
        ("people_60_74_count", 24),
        ("people_75_count", 62),
    ],
)
def test_a_class_has_the_mean_of_the_rates_of_its_years(name: str, rate: float) -> None:
    found = expected_share(structure(**{name: 100.0}), RATES)
    assert found.tolist() == pytest.approx([rate / 100])


def test_every_class_shares_all_of_its_years() -> None:
    assert [sum(years) for years in CLASSES.values()] == pytest.approx([1.0] * 5)


def test_children_count_among_the_people_and_add_nothing() -> None:
    assert expected_share(structure(people_75_count=50.0), RATES).tolist() == [0.31]


def test_an_unknown_class_or_no_inhabitant_makes_it_unknown() -> None:
    known = structure(people_75_count=50.0)
    assert expected_share(known.assign(people_45_59_count=float("nan")), RATES).isna().all()
    assert expected_share(known.assign(people_count=0.0), RATES).isna().all()


def test_ages_are_known_as_soon_as_one_commune_has_them_all() -> None:
    without = structure().assign(people_30_44_count=float("nan"))
    assert not has_ages(without)
    assert has_ages(pd.concat([without, structure()], ignore_index=True))
