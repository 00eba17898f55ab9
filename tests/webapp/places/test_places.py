"""Tests of `webapp.places.places`."""

from __future__ import annotations

import pytest

from carto.codes import departement_name
from tests.webapp.sample import Row
from webapp.places.places import describe


def test_a_place_of_another_departement_is_marked(sites: dict[str, Row]) -> None:
    assert describe(sites["fs-1894"], home="29").elsewhere == "Côtes-d'Armor"
    assert describe(sites["fs-173"], home="29").elsewhere == ""


def test_an_itinerant_place_without_hours_says_both(sites: dict[str, Row]) -> None:
    place = describe(sites["fs-2046"])
    assert place.hours == ()
    assert place.format == "lieu itinérant"
    assert any("étapes" in remark for remark in place.remarks)
    assert any("29" in remark and "estimées" in remark for remark in place.remarks)


def test_a_place_of_a_collectivite_is_marked_too(sites: dict[str, Row]) -> None:
    place = describe({**sites["fs-173"], "departement": "978"}, home="971")
    assert place.elsewhere == departement_name("978")


@pytest.mark.parametrize(
    ("flag", "said"),
    [
        ("POSITION_APPROCHEE", "à la mairie ou au point qui la remplace"),
        ("FICHE_PERIMEE", "plus de deux ans avant la publication des listes"),
        ("FICHE_ANCIENNE", "plus d'un an avant la publication des listes"),
        ("STRUCTURE_SANS_LIEU", "ne compte pas dans l'offre"),
        ("TENU_DANS_UN_LIEU", "compté une fois"),
        ("ETAPES_PUBLIEES", "étapes sont citées"),
        ("PUBLIC_RESTREINT", "Ne reçoit pas tout le monde"),
        ("EQUIPEMENT_SEUL", "personne n'aide sur place"),
    ],
)
def test_what_is_doubtful_is_said(sites: dict[str, Row], flag: str, said: str) -> None:
    place = describe({**sites["fs-173"], "flags": [flag]})
    assert any(said in remark for remark in place.remarks)


def test_hours_by_working_time_are_said_to_be(sites: dict[str, Row]) -> None:
    place = describe({**sites["fs-173"], "hours_source": "etp", "hours_per_year": 401.75})
    assert any(
        "7,7\u00a0h par semaine d'après le temps de travail" in said for said in place.remarks
    )


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"kind": "point_de_service"}, "point de service"),
        ({"kind": "point_de_service", "is_itinerant": True}, "point de service itinérant"),
        ({"kind": "structure"}, "structure"),
        ({"kind": "lieu", "format": "bus", "is_itinerant": True}, "bus itinérant"),
    ],
)
def test_the_nature_of_a_row_is_said(sites: dict[str, Row], own: Row, words: str) -> None:
    assert describe({**sites["fs-173"], **own}).format == words


def test_a_place_of_several_sources_names_them(sites: dict[str, Row]) -> None:
    merged = {**sites["fs-173"], "sources": "france_services|lieux_29"}
    place = describe(merged, titles={"france_services": "Lieux France Services"})
    assert place.origin == "D'après 2 sources\u00a0: Lieux France Services\u00a0; lieux_29"
    assert describe(sites["fs-173"]).origin == ""


def test_a_commune_has_its_official_name(sites: dict[str, Row], communes: dict[str, Row]) -> None:
    shouted = {**sites["fs-173"], "nom_commune": "BREST"}
    place = describe(shouted, communes=communes)
    assert place.commune == "Brest"
    assert place.address.endswith("29000 Brest")
    assert describe(shouted).commune == "BREST"


def test_a_place_tells_when_it_was_checked_and_by_whom(sites: dict[str, Row]) -> None:
    dated = {**sites["fs-173"], "date_maj": "2024-08-01"}
    place = describe(dated, titles={"france_services": "Lieux France Services"})
    assert place.checked == "Vérifié le 1er août 2024"
    assert place.origin == "Lieux France Services"
    assert describe(sites["fs-173"]).checked == "Date de vérification non publiée"


def test_a_script_gets_the_week_only_when_it_is_known(sites: dict[str, Row]) -> None:
    assert describe(sites["fs-173"]).week.startswith("540-720,840-1020;")
    assert describe({**sites["fs-173"], "horaires": "sur rendez-vous"}).week == ""
    assert describe({**sites["fs-173"], "departement": "974"}).zone == "Indian/Reunion"


def test_services_and_price_are_those_published(sites: dict[str, Row]) -> None:
    own = {"services": "Un|Deux", "frais_a_charge": "Gratuit|Payant"}
    place = describe({**sites["fs-173"], **own})
    assert place.services == ("Un", "Deux")
    assert place.price == "Gratuit ou payant"
    assert describe(sites["fs-173"]).price == ""


def test_an_address_is_not_shouted(sites: dict[str, Row]) -> None:
    place = describe({**sites["fs-173"], "adresse": "8 RUE DE LA GARE", "code_postal": "29200"})
    assert place.address == "8 Rue de la Gare, 29200 Brest"


def test_a_name_is_not_shouted(sites: dict[str, Row]) -> None:
    assert describe({**sites["fs-173"], "nom": "MAISON DU PONT"}).nom == "Maison du Pont"


def test_hours_that_are_not_published_are_not_explained(sites: dict[str, Row]) -> None:
    said = "Horaires de la permanence tenue dans ce lieu."
    held = {**sites["fs-173"], "flags": ["HEURES_DU_POINT_DE_SERVICE"]}
    assert said in describe(held).remarks
    assert said not in describe({**held, "horaires": None}).remarks
