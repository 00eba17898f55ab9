"""Territories that have a map, their communes, and the wider units that some colour."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pandas as pd
import pytest

from carto.assessment import Assessment
from carto.codes import DEPARTEMENTS, departement_name, region_of
from carto.rollups.groups import LivingGroup
from geodata.mapped_territories import territories, unit_territories

COMMUNES = pd.DataFrame(
    {
        "code_insee": ["22157", "29001", "29155", "97411", "93066"],
        "departement": ["22", "29", "29", "974", "93"],
        "siren_epci": ["242900744", "242900744", None, "249740119", "200054781"],
        "siren_ept": [None, None, None, None, "200057867"],
        "is_in_scope": [False, True, True, True, True],
    }
)


def departements(*codes: str) -> pd.DataFrame:
    """Rows of the table of départements."""
    return pd.DataFrame(
        {
            "code_departement": list(codes),
            "nom": [departement_name(code) for code in codes],
            "region": [region_of(code) for code in codes],
        }
    )


def assessment(**tables: object) -> Assessment:
    """Tables of a snapshot; those that are not given are empty."""
    empty = {
        "epci": pd.DataFrame({"siren_epci": [], "nom": [], "departements": []}),
        "ept": pd.DataFrame({"siren_ept": [], "nom": []}),
        "region": pd.DataFrame({"code_region": [], "nom": []}),
        "france": pd.DataFrame({"code_pays": [], "nom": []}),
        "departement": departements(),
        "groups": (),
    }
    return cast(Assessment, SimpleNamespace(communes=COMMUNES, **(empty | tables)))


def epci_in(*departements: str) -> pd.DataFrame:
    """One EPCI that has communes in some départements."""
    row = {"siren_epci": "1", "nom": "CC", "departements": "|".join(departements)}
    return pd.DataFrame([row])


def group(*communes: str) -> LivingGroup:
    return LivingGroup("essai", "Groupe d'essai", communes, {})


def test_departements_hold_their_scope_and_epci_all_their_members() -> None:
    epci = pd.DataFrame(
        {
            "siren_epci": ["242900744", "249740119"],
            "nom": ["CC Poher Communauté", "CINOR"],
            "departements": ["22|29", "974"],
        }
    )
    ept = pd.DataFrame({"siren_ept": ["200057867"], "nom": ["Plaine Commune"]})
    listed = territories(assessment(epci=epci, ept=ept, departement=departements("29", "974")))
    assert [(one.name, one.nom, one.epsg, one.communes.tolist()) for one in listed] == [
        ("departement-29", "Finistère", 2154, ["29001", "29155"]),
        ("departement-974", "La Réunion", 2975, ["97411"]),
        ("epci-242900744", "CC Poher Communauté", 2154, ["22157", "29001"]),
        ("epci-249740119", "CINOR", 2975, ["97411"]),
        ("ept-200057867", "Plaine Commune", 2154, ["93066"]),
    ]


@pytest.mark.parametrize(
    ("communes", "mapped"),
    [
        (("29001", "29155", "97411"), ["29001", "29155"]),
        (("29155", "22157"), ["22157", "29155"]),
        (("29001", "99999"), ["29001"]),
    ],
)
def test_a_group_is_mapped_in_one_projection_without_what_is_not_published(
    communes: tuple[str, ...], mapped: list[str]
) -> None:
    (one,) = territories(assessment(groups=(group(*communes),)))
    assert (one.name, one.communes.tolist()) == ("groupe-essai", mapped)


def test_a_region_is_seen_by_epci_and_by_departement_if_it_has_several() -> None:
    region = pd.DataFrame({"code_region": ["04", "53"], "nom": ["La Réunion", "Bretagne"]})
    bretagne = departements("22", "29", "35", "56", "974")
    epci = epci_in("22", "29", "35", "56", "974")
    listed = unit_territories(assessment(departement=bretagne, region=region, epci=epci))[5:]
    assert [(one.name, one.cut.departements, one.epsg) for one in listed] == [
        ("region-04.epci", ("974",), 2975),
        ("region-53.epci", ("22", "29", "35", "56"), 2154),
        ("region-53.departement", ("22", "29", "35", "56"), 2154),
    ]


@pytest.mark.parametrize("missing", [(), ("29",), ("976",)])
def test_france_is_mapped_with_every_departement_and_nothing_less(missing: tuple[str, ...]) -> None:
    codes = [code for code in DEPARTEMENTS if code not in missing]
    france = pd.DataFrame({"code_pays": ["FR"], "nom": ["France"]})
    tables = {"departement": departements(*codes), "france": france, "epci": epci_in("75")}
    listed = unit_territories(assessment(**tables))
    found = {one.name for one in listed if one.is_country}
    assert found == (set() if missing else {"france-FR.epci", "france-FR.departement"})


def test_nothing_is_mapped_by_epci_where_none_is_known() -> None:
    assert unit_territories(assessment(departement=departements("22", "29"))) == []
    listed = unit_territories(assessment(departement=departements("22", "29"), epci=epci_in("29")))
    assert [one.name for one in listed] == ["departement-29.epci"]
