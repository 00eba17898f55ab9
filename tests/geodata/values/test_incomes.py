"""Incomes: secrecy is missing, the floor of poverty rates is remarked, the rest is refused."""

from __future__ import annotations

import pytest

from geodata.values.incomes import read_median, read_poverty_rate
from geodata.values.verdicts import UnusableValueError


def test_a_rate_at_the_floor_is_remarked() -> None:
    said: list[str] = []
    for text in ("5", "5,0", "5.1", "4", ""):
        read_poverty_rate(text, lambda code, _: said.append(code))
    assert said == ["TAUX_PLANCHER", "TAUX_PLANCHER"]


@pytest.mark.parametrize("text", ["s", "ns", "", "NaN"])
def test_secrecy_is_missing(text: str) -> None:
    assert read_median(text) is None
    assert read_poverty_rate(text, lambda *_: None) is None


@pytest.mark.parametrize("text", ["-1", "101"])
def test_a_rate_that_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(UnusableValueError, match="NOMBRE_HORS_LIMITES"):
        read_poverty_rate(text, lambda *_: None)


def test_a_median_of_nothing_is_refused() -> None:
    with pytest.raises(UnusableValueError, match="NOMBRE_HORS_LIMITES"):
        read_median("0")
