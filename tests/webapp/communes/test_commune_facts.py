"""Beside the verdict of a commune: known values with their source, no list of absences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carto.flags import COMMUNE_ABSENTE, SANS_EPT, SOURCE_ABSENTE
from carto.tables.communes import COMMUNES
from webapp.communes.commune_facts import BESIDE, commune_facts, is_a_gap

ROW = {
    "niveau_vie_median": 20120.4,
    "ifn_total": 6.04,
    "ifn_indicateurs": "poverty_rate|older_65_rate",
    "people_65_count": 240.6,
    "classement_frr": None,
    "densite_classe": None,
    "is_commune_relais": False,
    "relais_date": None,
    "ateliers_heures": 6.5,
}


def test_known_values_are_written_with_their_source(facts: Mapping[str, Any]) -> None:
    index = {
        "id": "fragilite",
        "title": "IFN",
        "producer": "La MedNum",
        "date": "2023-08-01",
        "millesime": "2023",
    }
    found = commune_facts(ROW, {**facts, "sources": [*facts["sources"], index]})
    assert [(fact.label, fact.text) for fact in found] == [
        ("Indice de fragilité numérique", "6,0\u00a0sur 10 (moyenne de 2\u00a0indicateurs)"),
        ("Niveau de vie médian", "20\u202f120\u00a0€ par an"),
        ("65 ans et plus", "241\u00a0habitants"),
        ("Heures d'ateliers", "6,5\u00a0h"),
        ("Commune relais", "non"),
    ]
    assert found[0].source == "La MedNum, 1er août 2023"
    assert found[1].source == "INSEE, 2019"


def test_every_column_beside_the_verdict_exists() -> None:
    for names in BESIDE.values():
        for name in names:
            assert COMMUNES.column(name).nullable


@pytest.mark.parametrize(
    ("column", "reason", "told"),
    [
        ("ateliers_count", SOURCE_ABSENTE, False),
        ("ateliers_count", COMMUNE_ABSENTE, True),
        ("nom_ept", SANS_EPT, False),
        ("need", SOURCE_ABSENTE, True),
        ("taux_couverture_ftth", SOURCE_ABSENTE, True),
    ],
)
def test_what_no_source_supplies_is_not_told_of_every_commune(
    column: str, reason: str, told: bool
) -> None:
    assert is_a_gap(column, reason) is told
