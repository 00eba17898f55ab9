"""Activity by year and kind: sessions of drop-ins, courses counted once, attendances or nothing."""

from __future__ import annotations

import pandas as pd

from carto.contracts import check
from carto.measures.activity_years import measure_activity_years
from carto.tables.local_published import ACTIVITY_YEARS


def actions(*rows: tuple[str, str, str, float, int | None, int | None]) -> pd.DataFrame:
    names = ["date", "code_insee", "type", "duree", "seances", "participants"]
    table = pd.DataFrame(rows, columns=names)
    return table.astype({"seances": "Int64", "participants": "Int64"})


def test_each_year_and_kind_of_a_commune_is_a_row() -> None:
    found = measure_activity_years(
        actions(
            ("2023-01-10", "29019", "rendez_vous", 1.0, 7, 7),
            ("2023-02-10", "29019", "rendez_vous", 1.0, None, 1),
            ("2023-03-10", "29019", "stage", 2.0, 3, 18),
            ("2024-03-10", "29019", "stage", 2.0, 3, 6),
            ("2023-03-10", "29042", "permanence", 3.0, 2, None),
        )
    )
    assert check(found, ACTIVITY_YEARS) == []
    assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
        ["29019", 2023, "rendez_vous", 8, 8.0, 8],
        ["29019", 2023, "stage", 1, 6.0, 18],
        ["29019", 2024, "stage", 1, 6.0, 6],
        ["29042", 2023, "permanence", 2, 6.0, None],
    ]


def test_attendances_are_missing_as_soon_as_one_is() -> None:
    found = measure_activity_years(
        actions(
            ("2023-01-10", "29019", "atelier", 2.0, None, 8),
            ("2023-02-10", "29019", "atelier", 2.0, None, None),
        )
    )
    assert found["actions_count"].tolist() == [2]
    assert found["participations_count"].isna().all()
