"""Rates of fibre: capped, flagged, never invented, with their counts kept."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from carto.measures.fibre import latest_quarter, measure_fibre
from carto.verdict.parameters import Quality

COUNTS = st.one_of(st.none(), st.integers(0, 10_000))


def measured(locaux: int | None, raccordables: int | None) -> pd.Series:
    counts = pd.DataFrame(
        {
            "code_insee": ["29019"],
            "quarter": ["2026-T2"],
            "locaux": pd.array([locaux], dtype="Int64"),
            "locaux_raccordables": pd.array([raccordables], dtype="Int64"),
        }
    )
    return measure_fibre({"fibre": counts}, Quality()).iloc[0]


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


def test_an_estimate_of_another_quarter_is_a_series_of_its_own() -> None:
    history = pd.DataFrame(
        {
            "code_insee": "29019",
            "quarter": ["2026-T1", "2026-T2"],
            "locaux": pd.array([1000, 1000], dtype="Int64"),
            "locaux_quarter": "2026-T2",
            "locaux_raccordables": pd.array([800, 900], dtype="Int64"),
        }
    )
    now = history.tail(1).drop(columns="locaux_quarter").assign(locaux=1100)
    found = measure_fibre({"fibre": now, "fibre_history": history}, Quality())
    assert found["series"].tolist() == ["releve", "historique", "historique"]
    assert found["locaux_quarter"].tolist() == ["2026-T2"] * 3
    assert found["taux_couverture_ftth"].tolist() == pytest.approx([900 / 1100, 0.8, 0.9], abs=1e-6)
    other = flags.LOCAUX_D_UN_AUTRE_TRIMESTRE
    assert found["flags"].tolist() == ["", other, ""]


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
