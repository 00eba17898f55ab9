"""Rows of the local complements of the sample: two communes of one EPCI, one of them the centre."""

from __future__ import annotations

from collections.abc import Mapping

from tests.webapp.sample_rows import CROZON, Row

SIREN = CROZON[0]
# Crozon is the commune of most inhabitants of the EPCI; Argol is another.
CENTRE, OTHER = "29042", "29001"


def action(code: str, year: int, kind: str, count: int, people: int | None) -> Row:
    """Tell the actions of one kind held in a commune in a year, two hours each."""
    return {
        "code_insee": code,
        "annee": year,
        "type": kind,
        "actions_count": count,
        "heures": 2.0 * count,
        "participations_count": people,
    }


def total(kind: str, **counts: int) -> Row:
    """Tell a total of the report of the EPCI."""
    return {
        "type_territoire": "epci",
        "code_territoire": SIREN,
        "annee": 2023,
        "type": kind,
        **{name: counts.get(name) for name in ("nombre", "personnes", "hors_centre", "sur")},
        "rapport": "Rapport d'essai",
        "page": "14",
        "source": "bilan_activite",
    }


LOCAL_ROWS: Mapping[str, list[Row]] = {
    "activity_years": [
        action(OTHER, 2022, "atelier", 3, 20),
        action(OTHER, 2023, "stage", 1, 6),
        action(CENTRE, 2022, "atelier", 1, None),
        action(CENTRE, 2022, "permanence", 10, 30),
    ],
    "activity_reports": [
        total("atelier", nombre=15, hors_centre=13),
        total("inscription", personnes=88),
        total("permanence", nombre=65, personnes=243),
        total("point_information", nombre=4, personnes=54),
        total("stage", nombre=12, hors_centre=11, sur=12),
    ],
    "place_labels": [
        {"id": "fs-173", "label": "Pass numérique", "date": "2023-05-02", "found_by": "id"},
    ],
    "planned_openings": [
        {
            "date": "2027-01-11",
            "nom": "Permanence en mairie",
            "code_insee": OTHER,
            "heures_semaine": 3.5,
            "type": "permanence",
        },
        {
            "date": "2027-01-04",
            "nom": "Espace numérique",
            "code_insee": CENTRE,
            "heures_semaine": 14.0,
            "type": "lieu",
        },
    ],
}
