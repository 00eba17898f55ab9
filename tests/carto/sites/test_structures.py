"""A structure joins the only place that it certainly runs."""

from __future__ import annotations

import pytest

from carto import flags
from tests.carto.sites.rows import fates, settled, site

PIVOT = {"pivot": "21290024900010"}
LABEL = {"dispositif_programmes_nationaux": "Aidants Connect", "date_maj": "2024-02-22"}


def structure(**own: object) -> dict[str, object]:
    return site("aidants_connect:9", None, **({"nom": "Médiathèque"} | LABEL | own))


@pytest.mark.parametrize(
    ("own", "place", "joins"),
    [
        ({}, {}, True),
        ({"nom": "Mission locale"}, {}, False),
        ({"nom": "Mission locale"} | PIVOT, PIVOT, True),
        ({"nom": "Mission locale", "adresse": "30 place de la Gare"} | PIVOT, PIVOT, False),
        ({"nom": "Médiathèque, secteur adultes", "adresse": None} | PIVOT, PIVOT, True),
        ({"code_insee": "29152", "nom_commune": "Motreff"}, {}, False),
    ],
    ids=["name", "another name", "pivot, address", "an employer", "pivot, name", "elsewhere"],
)
def test_one_place(own: dict[str, object], place: dict[str, object], joins: bool) -> None:
    found = settled(site("lieux:1", **place), structure(**own))
    expected = {"aidants_connect:9": ("STRUCTURE_DU_LIEU", "lieux:1")} if joins else {}
    assert fates(found) == expected


def test_the_place_takes_the_label_and_not_the_date() -> None:
    found = settled(site("lieux:1", date_maj="2021-01-01"), structure()).places.iloc[0]
    assert found["dispositif_programmes_nationaux"] == "Aidants Connect"
    assert (found["date_maj"], found["merged_ids"]) == ("2021-01-01", "aidants_connect:9")


def test_of_two_places_that_would_do_none_is_chosen() -> None:
    found = settled(site("lieux:1"), site("lieux:2", 900), structure())
    assert fates(found) == {}
    rows = found.places.set_index("id")
    assert flags.STRUCTURE_SANS_LIEU in rows.loc["aidants_connect:9", "flags"]
    assert rows.loc["aidants_connect:9", "date_maj"] == "2024-02-22"


def test_the_stronger_proof_chooses() -> None:
    found = settled(site("lieux:1", **PIVOT), site("lieux:2", 900), structure(**PIVOT))
    assert fates(found)["aidants_connect:9"] == ("STRUCTURE_DU_LIEU", "lieux:1")


def test_a_place_that_an_assembled_list_joined_to_its_structure_keeps_it() -> None:
    joined = site("lieux:France-Services_1__aidants-connect_9", nom="France services")
    found = settled(joined, structure(nom="Association"))
    assert fates(found) == {"aidants_connect:9": ("STRUCTURE_DU_LIEU", joined["id"])}


def test_a_structure_seen_through_two_lists_is_one() -> None:
    found = settled(structure(), site("lieux:aidants-connect_9", None, nom="Médiathèque"))
    assert fates(found) == {"lieux:aidants-connect_9": ("MEME_FICHE", "aidants_connect:9")}
