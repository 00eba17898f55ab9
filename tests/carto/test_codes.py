"""Codes are strings with a form; islands and overseas land are apart."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.codes import (
    COLLECTIVITES,
    DEPARTEMENT_PATTERN,
    DEPARTEMENTS,
    ISLANDS,
    REGIONS,
    departement_name,
    departement_of,
    is_code_insee,
    is_siren,
    landmass_of,
    region_of,
)


@pytest.mark.parametrize("code", ["01004", "2A004", "2B033", "29019", "97411", "75056"])
def test_codes_of_communes(code: str) -> None:
    assert is_code_insee(code)


@pytest.mark.parametrize(
    "code", ["", "1004", "010040", "2C004", "2a004", "20B04", "29019 ", "29019\n", "29-19"]
)
def test_what_is_no_code_of_a_commune(code: str) -> None:
    assert not is_code_insee(code)


@pytest.mark.parametrize("siren", ["24290031", "2429003140", "24290031A", "242 900 314"])
def test_what_is_no_siren(siren: str) -> None:
    assert not is_siren(siren)


def test_there_are_101_departements_in_18_regions() -> None:
    assert len(DEPARTEMENTS) == 101
    assert {region for _, region in DEPARTEMENTS.values()} == set(REGIONS)
    assert len(REGIONS) == 18


def test_every_departement_has_its_own_well_formed_code_and_name() -> None:
    assert all(re.fullmatch(DEPARTEMENT_PATTERN, code) for code in DEPARTEMENTS)
    assert len({name for name, _ in DEPARTEMENTS.values()}) == 101


@given(st.sampled_from(sorted(DEPARTEMENTS)), st.integers(0, 999))
def test_a_commune_lies_in_the_departement_of_its_code(departement: str, number: int) -> None:
    code = departement + f"{number:03d}"[len(departement) - 2 :]
    assert is_code_insee(code)
    assert departement_of(code) == departement


def test_names_and_regions_outside_the_101() -> None:
    assert departement_name("988") == "Nouvelle-Calédonie"
    assert region_of("988") is None
    assert departement_name("989") == "989"
    assert all(re.fullmatch(DEPARTEMENT_PATTERN, code) for code in COLLECTIVITES)


def test_islands_are_communes_of_known_departements() -> None:
    assert all(is_code_insee(code) for code in ISLANDS)
    around = {"17", "22", "29", "56", "85", "971", "976"}
    assert {departement_of(code) for code in ISLANDS} == around


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("29019", "35238", True),
        ("29083", "29019", False),
        ("29083", "29155", False),
        ("56152", "56241", True),
        ("2A004", "2B033", True),
        ("2A004", "13055", False),
        ("97411", "97416", True),
        ("97105", "97209", False),
        ("17121", "17300", True),  # Ré has a bridge
    ],
)
def test_roads_join_a_landmass_and_cross_no_water(one: str, other: str, joined: bool) -> None:
    assert (landmass_of(one) == landmass_of(other)) is joined
