"""Rates of fibre: capped, flagged, never invented, with their counts kept."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from carto.measures.fibre import latest_quarter, measure_fibre
from carto.verdict.parameters import Projection, Quality

COUNTS = st.one_of(st.none(), st.integers(0, 10_000))


def quarters(
    *rows: tuple[str, int | None, int | None, int | None], code: str = "29019"
) -> pd.DataFrame:
    """Make rows of the contract `fibre`: quarter, premises, connectable, under construction."""
    names = ["quarter", "locaux", "locaux_raccordables", "locaux_en_construction"]
    table = pd.DataFrame(rows, columns=names).astype(dict.fromkeys(names[1:], "Int64"))
    return table.assign(code_insee=code, zone_fibre=None)


def series(**tables: pd.DataFrame) -> pd.DataFrame:
    return measure_fibre(tables, Quality(), Projection())


def measured(
    locaux: int | None, raccordables: int | None, construction: int | None = None
) -> pd.Series:
    return series(fibre=quarters(("2026-T2", locaux, raccordables, construction))).iloc[0]


@pytest.mark.parametrize(
    ("locaux", "raccordables", "rate", "left", "flag"),
    [
        (779, 595, 0.763800, 184, ""),
        (1000, 1000, 1.0, 0, ""),
        (1000, 1001, 1.0, 0, flags.DENOM_SOUS_ESTIME),
        (1000, 1050, 1.0, 0, flags.DENOM_SOUS_ESTIME),
        (1000, 1051, 1.0, 0, flags.TAUX_ANORMAL),
        (49, 0, 0.0, 49, flags.PEU_DE_LOCAUX),
        (50, 0, 0.0, 50, ""),
    ],
)
def test_known_counts(locaux: int, raccordables: int, rate: float, left: int, flag: str) -> None:
    found = measured(locaux, raccordables)
    assert found["taux_couverture_ftth"] == pytest.approx(rate, abs=5e-7)
    assert (found["locaux_restants"], found["flags"]) == (left, flag)
    assert (found["locaux"], found["locaux_raccordables"]) == (locaux, raccordables)


@pytest.mark.parametrize(("locaux", "raccordables"), [(None, 5), (5, None), (0, 0), (0, 3)])
def test_no_rate_without_both_counts_and_a_premise(
    locaux: int | None, raccordables: int | None
) -> None:
    assert pd.isna(measured(locaux, raccordables)["taux_couverture_ftth"])


@given(COUNTS, COUNTS)
def test_a_rate_is_a_share_and_the_rest_is_not_negative(
    locaux: int | None, raccordables: int | None
) -> None:
    found = measured(locaux, raccordables)
    if locaux and raccordables is not None:
        assert 0 <= found["taux_couverture_ftth"] <= 1
        assert found["locaux_restants"] == max(locaux - raccordables, 0)
    else:
        assert pd.isna(found["taux_couverture_ftth"])
    if locaux is None or raccordables is None:
        assert pd.isna(found["locaux_restants"])


@given(COUNTS, COUNTS, COUNTS)
def test_the_bracket_holds_the_rate(
    locaux: int | None, raccordables: int | None, construction: int | None
) -> None:
    found = measured(locaux, raccordables, construction)
    rate = found["taux_couverture_ftth"]
    assert pd.isna(found["taux_low"]) == pd.isna(found["taux_high"]) == pd.isna(rate)
    if not pd.isna(rate):
        assert 0 <= found["taux_low"] <= rate <= found["taux_high"] <= 1


@pytest.mark.parametrize(
    ("construction", "without", "high"),
    [(100, 0.888889, 0.888889), (0, 0.8, 0.8), (300, 1.0, 1.0), (None, None, 0.8)],
)
def test_premises_under_construction_are_left_out_of_the_second_rate(
    construction: int | None, without: float | None, high: float
) -> None:
    found = measured(1000, 800, construction)
    assert (found["taux_couverture_ftth"], found["taux_low"]) == (0.8, 0.8)
    assert (found["taux_hors_construction"] if without else None) == without
    assert found["taux_high"] == high


def test_when_nothing_is_built_there_is_no_second_rate() -> None:
    found = measured(1000, 0, 1000)
    assert pd.isna(found["taux_hors_construction"])
    assert (found["taux_low"], found["taux_high"]) == (0.0, 0.0)


def history(*raccordables: int, locaux_insee: int | None = None) -> pd.DataFrame:
    """Make a history that ends in 2026-T2, of 1,000 premises, 100 of them under construction."""
    ends = ["2025-T2", "2025-T3", "2025-T4", "2026-T1", "2026-T2"][-len(raccordables) :]
    rows = [(end, 1000, count, 100) for end, count in zip(ends, raccordables, strict=True)]
    return quarters(*rows).assign(
        locaux_quarter="2026-T2",
        locaux_insee=pd.array([locaux_insee] * len(rows), dtype="Int64"),
    )


def test_an_estimate_of_another_quarter_is_a_series_of_its_own() -> None:
    now = quarters(("2026-T2", 1100, 900, None))
    found = series(fibre=now, fibre_history=history(800, 900))
    assert found["series"].tolist() == ["releve", "historique", "historique"]
    assert found["locaux_quarter"].tolist() == ["2026-T2"] * 3
    assert found["taux_couverture_ftth"].tolist() == pytest.approx([900 / 1100, 0.8, 0.9], abs=1e-6)
    other = flags.LOCAUX_D_UN_AUTRE_TRIMESTRE
    assert found["flags"].tolist() == ["", other, ""]


def test_what_the_estimate_is_made_of_comes_from_the_history_of_the_same_date() -> None:
    now = quarters(("2026-T2", 1100, 900, None), ("2026-T1", 1100, 900, None))
    found = series(fibre=now, fibre_history=history(800, 900, locaux_insee=1200))
    construction = found["locaux_en_construction"].astype(object).where(lambda c: c.notna(), None)
    assert construction.tolist() == [100, None, None, 100]
    assert found.loc[0, ["taux_low", "taux_high"]].tolist() == [0.75, 0.9]
    assert found.loc[1, ["taux_low", "taux_high"]].tolist() == [0.818182, 0.818182]


@pytest.mark.parametrize(
    ("before", "after", "is_flagged"),
    [(100, 98, False), (100, 97, True), (5000, 4990, False), (5000, 4989, True), (100, 120, False)],
)
def test_a_fall_of_the_connectable_premises_is_a_revision(
    before: int, after: int, is_flagged: bool
) -> None:
    found = series(fibre=quarters(("2026-T2", 9000, after, None), ("2026-T1", 9000, before, None)))
    assert [flags.REVISION in text for text in found["flags"]] == [is_flagged, False]


def test_quarters_that_do_not_follow_each_other_are_not_compared() -> None:
    counts = quarters(("2025-T4", 900, 800, None), ("2026-T2", 900, 8, None))
    assert not series(fibre=counts)["flags"].str.contains(flags.REVISION).any()


def test_the_latest_quarter_is_that_of_each_departement() -> None:
    rows = [
        ("29019", "2025-T4", "releve"),
        ("29019", "2026-T2", "releve"),
        ("29024", "2025-T4", "releve"),
        ("22157", "2023-T4", "releve"),
        ("22157", "2026-T2", "historique"),
        ("55039", "2026-T2", "historique"),
    ]
    fibre = pd.DataFrame(rows, columns=["code_insee", "quarter", "series"])
    latest = latest_quarter(fibre)
    assert latest[["code_insee", "quarter"]].to_numpy().tolist() == [
        ["29019", "2026-T2"],
        ["22157", "2023-T4"],
    ]
