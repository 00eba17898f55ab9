"""Numbers and dates read as French writes them, and never say more than they know."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import french

NARROW, NBSP = "\u202f", "\u00a0"


def read(text: str) -> float:
    return float(text.replace(NARROW, "").replace(",", ".").removesuffix(f"{NBSP}%"))


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_number_reads_back_to_its_rounding(value: float, decimals: int) -> None:
    written = french.number(value, decimals)
    assert read(written) == pytest.approx(value, rel=0, abs=10.0**-decimals / 2 + 1e-6)
    assert " " not in written
    assert "." not in written


@given(st.floats(-0.49, 0.0))
def test_no_negative_zero(value: float) -> None:
    assert french.number(value) == "0"


@pytest.mark.parametrize("write", [french.number, french.percent])
@pytest.mark.parametrize("missing", [None, math.nan])
def test_missing_is_never_zero(write: object, missing: float | None) -> None:
    assert write(missing) == "donnée absente"  # type: ignore[operator]


@given(st.floats(0, 1, exclude_min=True, exclude_max=True), st.integers(0, 2))
def test_a_part_is_neither_nothing_nor_all(share: float, decimals: int) -> None:
    assert 0 < read(french.percent(share, decimals)) < 100


@given(st.floats(0, 1), st.floats(0, 1))
def test_percentages_keep_the_order_of_shares(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert read(french.percent(low)) <= read(french.percent(high))


def test_ends_of_percentages() -> None:
    assert french.percent(0) == f"0,0{NBSP}%"
    assert french.percent(1) == f"100,0{NBSP}%"
    assert french.percent(0.999, 0) == f"99{NBSP}%"


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0 lieu"), (1, "1 lieu"), (2, "2 lieux"), (1000, f"1{NARROW}000 lieux")],
)
def test_plural(count: int, written: str) -> None:
    assert french.plural(count, "lieu", "lieux") == written.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2026-06-30", "30 juin 2026"),
        ("2024-08-01", "1er août 2024"),
        ("2026-02", "février 2026"),
        ("2019", "2019"),
        ("", "date inconnue"),
    ],
)
def test_date(iso: str, written: str) -> None:
    assert french.date(iso) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [("2026-T1", "1er trimestre 2026"), ("2025-T4", "4e trimestre 2025")],
)
def test_quarter(code: str, written: str) -> None:
    assert french.quarter(code) == written


@pytest.mark.parametrize(
    ("nom", "written"),
    [
        ("Ouessant", "d'Ouessant"),
        ("Île-de-Sein", "d'Île-de-Sein"),
        ("Édern", "d'Édern"),
        ("Le Faou", "du Faou"),
        ("Les Adrets", "des Adrets"),
        ("La Forêt-Fouesnant", "de La Forêt-Fouesnant"),
        ("L'Hôpital-Camfrout", "de L'Hôpital-Camfrout"),
        ("Leuhan", "de Leuhan"),
    ],
)
def test_of_place(nom: str, written: str) -> None:
    assert french.of_place(nom) == written
