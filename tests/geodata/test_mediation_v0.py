"""From v0 to v1: every value of the tables lands in a list of v1, and nothing is lost."""

from __future__ import annotations

import pytest

from carto.mediation_standard import FIELDS, LISTS
from geodata.mediation_v0 import VALUES, to_v1


def test_every_target_is_a_value_of_v1() -> None:
    for values in VALUES.values():
        for target in filter(None, values.values()):
            field, value = target
            assert field in FIELDS
            assert field not in LISTS or value in LISTS[field]


def test_every_list_of_v0_is_whole() -> None:
    assert len(VALUES["services"]) == 17  # fifteen, and two older names
    assert len(VALUES["labels_nationaux"]) == 11
    assert len(VALUES["publics_accueillis"]) == 11
    assert len(VALUES["modalites_accompagnement"]) == 4


@pytest.mark.parametrize(
    ("field", "old", "new_field", "new"),
    [
        ("services", "S’équiper en matériel informatique", "services",
         "Acquisition de matériel informatique à prix solidaire"),
        ("modalites_accompagnement", "A ma place : une personne fait les démarches à ma place",
         "modalites_accompagnement", "Accompagnement individuel"),
        ("publics_accueillis", "Handicaps psychiques : troubles psychiatriques…",
         "prise_en_charge_specifique", "Handicaps mentaux"),
        ("labels_nationaux", "Fabriques de Territoire", "formations_labels",
         "Fabriques de Territoire"),
        ("labels_nationaux", "Label local", "autres_formations_labels", "Label local"),
        ("conditions_acces", "Adhésion : l'accès nécessite d'y adhérer", "frais_a_charge",
         "Adhésion : l'accès nécessite d'y adhérer"),
    ],
)  # fmt: skip
def test_values(field: str, old: str, new_field: str, new: str) -> None:
    assert to_v1({field: old})[new_field] == new


def test_values_that_become_one_are_said_once() -> None:
    services = "Prendre en main un ordinateur;Utiliser le numérique au quotidien"
    assert to_v1({"services": services})["services"] == (
        "Maîtrise des outils numériques du quotidien"
    )


def test_what_v1_does_not_say_any_more_is_dropped() -> None:
    assert to_v1({"publics_accueillis": "Adultes"}).get("publics_specifiquement_adresses", "") == ""
