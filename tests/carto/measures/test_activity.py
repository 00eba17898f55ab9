"""Activity by commune: counts, hours, participations."""

from __future__ import annotations

import pandas as pd

from carto.measures.activity import measure_activity


def actions(rows: list[tuple[str, str, float, int | None, int | None]]) -> pd.DataFrame:
    """Build the table of (commune, type, hours, sessions, participations)."""
    columns = ["code_insee", "type", "duree", "seances", "participants"]
    table = pd.DataFrame(rows, columns=columns).assign(date="2023-03-14", heure=None, lieu=None)
    return table.astype({"seances": "Int64", "participants": "Int64"})


def test_hours_are_those_of_all_sessions() -> None:
    found = measure_activity(
        actions([("29180", "stage", 2.0, 3, 18), ("29180", "atelier", 2.5, None, 4)])
    )
    assert found.to_dict("records") == [
        {
            "code_insee": "29180",
            "ateliers_count": 2,
            "ateliers_heures": 8.5,
            "points_information_count": 0,
            "permanences_heures": 0.0,
            "participations_count": 22,
            "seances_heures_par_an": 8.5,
        }
    ]


def test_hours_a_year_are_those_of_the_years_of_the_file() -> None:
    table = actions([("29103", "atelier", 2.0, None, 5), ("29180", "permanence", 4.0, None, 5)])
    found = measure_activity(table.assign(date=["2022-12-30", "2023-01-04"]))
    assert found["seances_heures_par_an"].to_list() == [1.0, 2.0]


def test_permanences_and_information_are_no_workshops() -> None:
    rows = [("29103", "permanence", 3.0, 10, 5), ("29103", "rendez_vous", 1.0, 7, 7)]
    found = measure_activity(actions([*rows, ("29103", "point_information", 2.0, None, 9)]))
    assert found["ateliers_count"].to_list() == [0]
    assert found["points_information_count"].to_list() == [1]
    assert found["permanences_heures"].to_list() == [37.0]
    assert found["ateliers_heures"].to_list() == [2.0]


def test_participations_that_are_not_all_counted_are_unknown() -> None:
    rows = [("29103", "atelier", 2.0, None, 5), ("29103", "atelier", 2.0, None, None)]
    found = measure_activity(actions([*rows, ("29180", "atelier", 2.0, None, 0)]))
    assert found["participations_count"].isna().to_list() == [True, False]
    assert found["participations_count"][1] == 0
