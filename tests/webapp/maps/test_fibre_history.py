"""Quarters of the fibre: two series that never mix, and gains within one of them."""

from __future__ import annotations

import pytest

from carto.verdict.parameters import Parameters, Projection
from webapp.maps.fibre_history import COLUMNS, Comparison, FibreHistory

COMPARED = Comparison(0.95, Projection())

ROWS = [{"code": "29001", "reasons": {}}, {"code": "29002", "reasons": {"need": "SOURCE_ABSENTE"}}]


def code_of(row):
    return row["code"]


def history(*rows):
    """Make a history of rows: code, series, quarter, locaux, raccordables, restants, rate."""
    columns = dict(zip(COLUMNS, zip(*(row[1:] for row in rows), strict=True), strict=True))
    return FibreHistory.of([row[0] for row in rows], columns)


def counted(code, series, quarter, rate):
    connectable = None if rate is None else round(1000 * rate)
    left = None if rate is None else 1000 - connectable
    return (code, series, quarter, 1000, connectable, left, rate)


KNOWN = history(
    counted("29001", "historique", "2018-T1", 0.1),
    counted("29001", "historique", "2018-T2", 0.15),
    counted("29002", "historique", "2018-T2", 0.2),
    counted("29001", "historique", "2020-T2", 0.25),
    counted("29001", "releve", "2020-T2", 0.3),
    counted("29002", "releve", "2020-T2", None),
    counted("29001", "releve", "2021-T4", 0.812345),
    counted("29002", "releve", "2021-T4", 0.9),
)


def test_quarters_of_both_series_come_in_the_order_of_time() -> None:
    assert KNOWN.quarters == ("2018-T1", "2018-T2", "2020-T2", "2021-T4")


def test_a_quarter_of_both_series_is_told_by_the_longer_one() -> None:
    assert KNOWN.is_historical("2020-T2")
    assert not KNOWN.is_historical("2021-T4")
    assert [row["taux_couverture_ftth"] for row in KNOWN.at(ROWS, code_of, "2020-T2")] == [
        0.25,
        None,
    ]


def test_a_commune_that_a_quarter_lacks_is_missing_and_says_why() -> None:
    first, second = KNOWN.at(ROWS, code_of, "2018-T1")
    assert (first["locaux_restants"], first["fibre_quarter"]) == (900, "2018-T1")
    assert second["taux_couverture_ftth"] is None
    assert second["reasons"] == {
        "need": "SOURCE_ABSENTE",
        "taux_couverture_ftth": "COMMUNE_ABSENTE",
    }


def test_only_quarters_of_one_series_are_compared() -> None:
    assert KNOWN.befores("2021-T4") == ("2020-T2",)
    assert KNOWN.befores("2020-T2") == ("2018-T1", "2018-T2")
    assert KNOWN.befores("2018-T1") == ()


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [("2021-T4", "2020-T2"), ("2020-T2", "2018-T2"), ("2018-T2", "2018-T1"), ("2018-T1", None)],
)
def test_the_usual_start_is_a_year_before_or_the_nearest_that_there_is(quarter, expected) -> None:
    assert KNOWN.usual_before(quarter) == expected


def test_a_gain_is_in_points_and_needs_both_quarters() -> None:
    first, second = KNOWN.between(ROWS, code_of, ("2020-T2", "2021-T4"), COMPARED)
    assert first["fibre_gain_points"] == 51.2345
    assert second["fibre_gain_points"] is None
    assert second["reasons"]["fibre_gain_points"] == "DEPEND_D_UNE_VALEUR_ABSENTE"


def test_two_quarters_of_no_common_series_give_no_gain() -> None:
    gains = KNOWN.between(ROWS, code_of, ("2018-T1", "2021-T4"), COMPARED)
    assert [row["fibre_gain_points"] for row in gains] == [None, None]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ((1000, 500), (1000, 400), "REVISION"),
        ((1000, 500), (2000, 1200), "LOCAUX_REVUS"),
    ],
)
def test_a_recount_is_no_gain(before, after, reason) -> None:
    told = history(
        *(
            ("29001", "releve", quarter, premises, connectable, 0, connectable / premises)
            for quarter, (premises, connectable) in (("2022-T1", before), ("2023-T1", after))
        )
    )
    (row,) = told.between(ROWS[:1], code_of, ("2022-T1", "2023-T1"), COMPARED)
    assert row["fibre_gain_points"] is None
    assert row["reasons"]["fibre_gain_points"] == reason


def test_premises_of_two_definitions_do_not_compare() -> None:
    told = FibreHistory.known_at([("releve", "2024-T3"), ("releve", "2024-T4")])
    assert not told.can_compare
    assert FibreHistory.known_at([("historique", "2024-T3"), ("historique", "2024-T4")]).can_compare


def test_the_rule_of_comparison_is_that_of_the_snapshot() -> None:
    facts = {"method": {"parameters": Parameters().as_dict()}}
    assert Comparison.of(facts) == COMPARED


def test_the_rows_given_are_left_as_they_are() -> None:
    KNOWN.at(ROWS, code_of, "2018-T1")
    assert ROWS[0] == {"code": "29001", "reasons": {}}


def test_one_quarter_cannot_be_compared() -> None:
    assert not FibreHistory.known_at([("releve", "2026-T2"), ("historique", "2018-T1")]).can_compare
    assert FibreHistory.known_at([("releve", "2026-T2"), ("releve", "2025-T1")]).can_compare
    assert FibreHistory.known_at([]).quarters == ()
