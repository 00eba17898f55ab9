"""Reports and labels matched to what is published; what matches nothing is accounted for."""

from __future__ import annotations

import pandas as pd

from carto.contracts import check
from carto.left_out import HORS_PERIMETRE
from carto.local_matches import match_local
from carto.tables.local_published import ACTIVITY_REPORTS, PLACE_LABELS

TERRITORIES = {
    "epci": pd.DataFrame({"siren_epci": ["242900801"]}),
    "departement": pd.DataFrame({"code_departement": ["29"]}),
}
REPORT = {"rapport": "Rapport", "page": None, "source": "bilan_activite"}
COUNTS = {"nombre": 65, "personnes": 243, "hors_centre": None, "sur": None}


def reports(*territories: str) -> pd.DataFrame:
    rows = [
        {"territoire": code, "annee": 2023, "type": "permanence", **COUNTS, **REPORT}
        for code in territories
    ]
    return pd.DataFrame(rows)


def test_totals_go_to_their_territory_and_others_are_beyond() -> None:
    found = match_local(
        {"bilan_activite": reports("29", "242900801", "200034825")}, None, TERRITORIES
    )
    kept = found.tables["activity_reports"]
    assert check(kept, ACTIVITY_REPORTS) == []
    assert kept[["type_territoire", "code_territoire"]].to_numpy().tolist() == [
        ["departement", "29"],
        ["epci", "242900801"],
    ]
    assert [(row.key, row.code) for row in found.left_out] == [
        ("200034825, 2023, permanence", HORS_PERIMETRE)
    ]


def test_without_files_there_is_nothing() -> None:
    found = match_local({}, None, TERRITORIES)
    assert {name: len(table) for name, table in found.tables.items()} == {
        "activity_reports": 0,
        "place_labels": 0,
    }
    assert check(found.tables["place_labels"], PLACE_LABELS) == []


def test_labels_without_any_place_are_all_left_out() -> None:
    labels = pd.DataFrame(
        [{"lieu": "fs-1", "id": "fs-1", "nom": None, "code_insee": None, "label": "Pass numérique"}]
    ).assign(date=None, source="labels_lieux")
    found = match_local({"labels_lieux": labels}, None, TERRITORIES)
    assert [row.code for row in found.left_out] == ["LIEU_INCONNU"]
