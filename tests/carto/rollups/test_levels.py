"""Which communes make each territory, out of how many."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from carto.errors import CartoError
from carto.rollups.groups import LivingGroup
from carto.rollups.levels import (
    Level,
    departement_level,
    epci_level,
    ept_level,
    france_level,
    group_level,
    region_level,
)
from carto.territories import Perimeter
from tests.carto.rollups.sample import SIREN, communes, known, members

BRETAGNE = ("22", "29", "35", "56")


def codes_of(level: Level, table: pd.DataFrame) -> list[list[str]]:
    """Codes of the communes of each territory."""
    codes = table["code_insee"].to_numpy()
    return [codes[rows].tolist() for rows in level.communes]


def test_an_epci_keeps_its_members_of_other_departements() -> None:
    table = communes()
    level = epci_level(table, known(table))
    assert codes_of(level, table) == [table["code_insee"].tolist()]
    assert level.described == (
        {
            "siren_epci": SIREN,
            "nom": "CC Poher Communauté",
            "nature_juridique": "CC",
            "departements": "22|29",
            "communes_expected": 5,
        },
    )


def test_members_without_data_are_expected() -> None:
    table = communes()
    more = replace(known(table), epci=members([*table["code_insee"], "29250", "29251"]))
    assert epci_level(table, more).described[0]["communes_expected"] == 7


def test_a_departement_holds_the_communes_of_the_perimeter_and_says_which_epci_it_cuts() -> None:
    table = communes()
    level = departement_level(table, known(table))
    assert codes_of(level, table) == [["29001", "29002", "29003", "29004"]]
    (described,) = level.described
    assert described["epci_partial"] == SIREN
    assert described["communes_expected"] == 4
    assert (described["nom"], described["region"]) == ("Finistère", "53")


def test_an_epci_inside_a_departement_is_not_cut() -> None:
    table = communes().iloc[1:].reset_index(drop=True)
    assert departement_level(table, known(table)).described[0]["epci_partial"] == ""


def test_a_perimeter_of_epci_has_neither_departement_nor_region() -> None:
    table = communes(is_in_scope=True)
    asked = known(table, Perimeter(epci=(SIREN,)))
    assert departement_level(table, asked).communes == ()
    assert region_level(table, asked).communes == ()
    assert france_level(table, asked).communes == ()


@pytest.mark.parametrize(
    ("asked", "found"),
    [((), ["53"]), (BRETAGNE, ["53"]), (("29",), []), (("22", "29", "56"), [])],
)
def test_a_region_needs_all_its_departements(asked: tuple[str, ...], found: list[str]) -> None:
    table = communes(is_in_scope=True)
    level = region_level(table, known(table, Perimeter(asked)))
    assert [row["code_region"] for row in level.described] == found


def test_an_epci_across_two_departements_of_a_region_is_whole_in_it() -> None:
    table = communes(is_in_scope=True)
    (described,) = region_level(table, known(table, Perimeter())).described
    assert (described["nom"], described["epci_partial"]) == ("Bretagne", "")
    assert described["communes_expected"] == 5


def test_france_is_all_of_it_or_nothing() -> None:
    table = communes()
    whole, part = known(table, Perimeter()), known(table, Perimeter(("22", "29")))
    assert france_level(table, part).described == ()
    (described,) = france_level(table, whole).described
    assert described == {"code_pays": "FR", "nom": "France", "communes_expected": 5}


def test_an_ept_is_a_second_layer() -> None:
    siren = "200057867"
    table = communes(siren_ept=[None, siren, siren, None, None])
    composition = replace(
        known(table),
        ept=pd.DataFrame(
            {
                "code_insee": ["29001", "29002", "93066", "29003"],
                "siren_ept": [siren, siren, siren, None],
                "nom_ept": ["Plaine Commune"] * 3 + [None],
            }
        ),
    )
    level = ept_level(table, composition)
    assert codes_of(level, table) == [["29001", "29002"]]
    assert level.described == (
        {"siren_ept": siren, "nom": "Plaine Commune", "communes_expected": 3},
    )
    assert codes_of(epci_level(table, composition), table) == [table["code_insee"].tolist()]


def test_groups_cross_departements_overlap_and_say_what_they_lack() -> None:
    table = communes()
    groups = (
        LivingGroup("a", "A", ("22157", "29001", "56066"), {"22999": ("22157",)}),
        LivingGroup("b", "B", ("29001",), {}),
    )
    level = group_level(table, known(table, None, *groups))
    assert codes_of(level, table) == [["22157", "29001"], ["29001"]]
    assert level.described[0] == {
        "groupe": "a",
        "nom": "A",
        "communes_expected": 3,
        "departements": "22|29|56",
        "communes_missing": "56066",
        "codes_anciens": "22999 : 22157",
    }
    assert level.described[1]["communes_missing"] == level.described[1]["codes_anciens"] == ""


def test_a_group_beyond_the_perimeter_is_refused() -> None:
    table = communes()
    composition = known(table, None, LivingGroup("a", "A", ("56066",), {}))
    with pytest.raises(CartoError, match=r"groupes\.a\.communes : aucune .*\[territory\] scope"):
        group_level(table, composition)
