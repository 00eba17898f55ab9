"""Whom a place receives and what it gives: nobody is shut out on a guess."""

from __future__ import annotations

import pandas as pd
import pytest

from carto import flags
from carto.mediation_standard import LISTS
from carto.sites.offer import EQUIPMENT, equipment_only, gives_equipment, restricted
from tests.carto.sites.rows import settled, site

INTERNET = "Accès internet et matériel informatique"
HELP = "Aide aux démarches administratives"


def row(**own: object) -> pd.DataFrame:
    names = ("public_restreint", "typologie", "modalites_acces", "services")
    also = ("modalites_accompagnement", "dispositif_programmes_nationaux")
    return pd.DataFrame([dict.fromkeys((*names, *also)) | own])


@pytest.mark.parametrize(
    ("own", "is_restricted"),
    [
        ({}, False),
        ({"public_restreint": True}, True),
        ({"typologie": "CHRS"}, True),
        ({"typologie": "CADA|CHRS"}, True),
        ({"typologie": "ASSO|CHRS"}, False),
        ({"typologie": "CCAS"}, False),
        ({"typologie": "CHRS", "public_restreint": False}, False),
        ({"modalites_acces": "Envoyer un mail avec une fiche de prescription"}, True),
        ({"modalites_acces": "Envoyer un mail avec une fiche de prescription|Téléphoner"}, False),
        ({"modalites_acces": "Ce lieu n'accueille pas de public|Téléphoner"}, True),
        ({"modalites_acces": "Ce lieu n'accueille pas de public|Se présenter"}, False),
        ({"publics_specifiquement_adresses": "Seniors"}, False),
        ({"publics_specifiquement_adresses": "Femmes"}, False),
    ],
)
def test_restricted(own: dict[str, object], is_restricted: bool) -> None:
    assert restricted(row(**own)).to_list() == [is_restricted]


@pytest.mark.parametrize(
    ("own", "is_only"),
    [
        ({}, False),
        ({"services": INTERNET}, True),
        ({"services": "|".join(sorted(EQUIPMENT))}, True),
        ({"services": INTERNET, "modalites_accompagnement": "En autonomie"}, True),
        ({"services": f"{INTERNET}|{HELP}", "modalites_accompagnement": "En autonomie"}, False),
        ({"services": INTERNET, "modalites_accompagnement": "Accompagnement individuel"}, False),
        ({"services": INTERNET, "modalites_accompagnement": "En autonomie|À distance"}, False),
        ({"services": INTERNET, "dispositif_programmes_nationaux": "France Services"}, False),
        ({"modalites_accompagnement": "En autonomie"}, False),
    ],
)
def test_equipment_only(own: dict[str, object], is_only: bool) -> None:
    assert equipment_only(row(**own)).to_list() == [is_only]


def test_equipment_is_in_the_words_of_the_standard() -> None:
    assert set(LISTS["services"]) >= EQUIPMENT


def by_id(*rows: dict[str, object]) -> pd.DataFrame:
    found = settled(*rows).places
    found["gives_equipment"] = gives_equipment(found)
    return found.set_index("id")


def test_a_restricted_place_is_published_but_does_not_count() -> None:
    found = by_id(site("lieux:1", typologie="CHRS")).loc["lieux:1"]
    assert (found["is_supply"], found["is_restricted"], found["gives_equipment"]) == (0, 1, 0)
    assert flags.PUBLIC_RESTREINT in found["flags"]
    assert pd.isna(found["hours_per_year"])


def test_a_place_of_equipment_keeps_what_it_opens() -> None:
    found = by_id(site("lieux:1", services=INTERNET)).loc["lieux:1"]
    assert (found["is_supply"], found["is_equipment_only"], found["gives_equipment"]) == (0, 1, 1)
    assert found["flags"].split("|") == [flags.EQUIPEMENT_SEUL, flags.HEURES_IMPUTEES]
    assert found["hours_per_year"] == 20 * 52


def test_a_restricted_place_of_equipment_is_in_no_variant() -> None:
    found = by_id(site("lieux:1", services=INTERNET, public_restreint=True)).loc["lieux:1"]
    assert (found["is_equipment_only"], found["gives_equipment"]) == (0, 0)


@pytest.mark.parametrize("own", [{"services": INTERNET}, {"typologie": "CHRS"}])
def test_a_permanence_counts_by_itself_where_its_place_does_not(own: dict[str, str]) -> None:
    hours = {"hours_per_year_declared": 156.0}
    service = site("conseillers_numeriques:9", 10, nom="Aide", kind="point_de_service", **hours)
    found = by_id(site("lieux:1", **own), service)
    assert found["is_supply"].to_dict() == {"lieux:1": False, "conseillers_numeriques:9": True}
    assert found.loc["conseillers_numeriques:9", "lieu_id"] == "lieux:1"
    assert flags.TENU_DANS_UN_LIEU not in found.loc["conseillers_numeriques:9", "flags"]
    assert pd.isna(found.loc["lieux:1", "hours_per_year"]) == ("typologie" in own)


def test_one_door_counts_once_with_equipment_too() -> None:
    service = site("conseillers_numeriques:9", 10, nom="Aide", kind="point_de_service")
    found = by_id(site("lieux:1", services=INTERNET), service)
    assert found["gives_equipment"].to_dict() == {
        "lieux:1": True,
        "conseillers_numeriques:9": False,
    }


def test_help_said_by_another_list_is_help() -> None:
    """Two descriptions of one place: one says the computers, the other says who helps."""
    found = by_id(site("lieux:1", services=INTERNET), site("lieux_finistere:2", services=HELP))
    assert found["is_supply"].to_list() == [True]


def test_working_times_of_one_list_add_up() -> None:
    """Two mediators at one door; another list tells one of them again."""
    rows = (
        site("lieux_a:1", etp=0.5, adresse=None),
        site("lieux_a:2", 5, etp=0.25),
        site("lieux_b:3", 5, etp=0.5),
    )
    (found,) = by_id(*rows).itertuples()
    assert (found.etp, found.hours_source) == (0.75, "etp")


def test_a_place_has_the_staff_of_its_permanences() -> None:
    service = {"nom": "Aide", "kind": "point_de_service", "adresse": None}
    rows = (
        site("conseillers_numeriques:1", 10, **service, etp=0.5),
        site("conseillers_numeriques:2", -30, **service | {"nom": "Ateliers"}, etp=0.25),
    )
    found = by_id(site("lieux:1"), *rows).loc["lieux:1"]
    assert (found["etp"], found["hours_per_year"]) == (0.75, round(0.75 * 1607 * 0.25, 3))
