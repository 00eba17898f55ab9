"""Names of one place are alike, names of neighbours are not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.sites.names import Names, address_similarity, name_of_commune, name_of_place

BOTH = (np.array([0]), np.array([1]))


def names(first: str, second: str, towns: tuple[str, str] = ("Foix", "FOIX")) -> Names:
    return Names(pd.DataFrame({"nom": [first, second], "nom_commune": list(towns)}))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("France services Foix", "MAISON FRANCE SERVICES DE FOIX"),
        ("Espace France Service", "France services de Foix"),
        ("Commune de Foix", "Mairie de Foix"),
        ("Mairie", "Hôtel de ville de Foix"),
        ("CTRE COM ACTION SOCIALE", "CCAS de Foix"),
        ("Médiathèque", "Médiathèque Simone-Veil"),
        ("Esp@ce informatique", "Espace informatique"),
        ("LA POSTE", "France services La Poste de Foix"),
    ],
)
def test_names_of_one_place_are_similar(first: str, second: str) -> None:
    assert names(first, second).similarity(*BOTH)[0] >= 0.8


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mairie de Foix", "Médiathèque de Foix"),
        ("France services Foix", "La Poste"),
        ("Centre social Jolimont", "Mission locale"),
        ("Foix", "Médiathèque"),
    ],
)
def test_names_of_neighbours_are_not(first: str, second: str) -> None:
    assert names(first, second).similarity(*BOTH)[0] < 0.8


def test_the_name_of_a_commune_counts_when_the_communes_differ() -> None:
    towns = ("Saint-Maurice-des-Noues", "Menomblet")
    said = names(f"Commune de {towns[0]}", f"Commune de {towns[1]}", towns)
    assert said.similarity(*BOTH)[0] < 0.8


def test_whole_names_tell_an_antenne_from_the_main_place() -> None:
    said = names("France services Foix", "France services Pamiers - Antenne de Foix")
    assert said.similarity(*BOTH)[0] == 1
    assert said.whole_closeness(*BOTH)[0] < 0.8


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("LYON 8EME", "lyon"),
        ("Paris 1er Arrondissement", "paris"),
        ("Tain L’Hermitage CEDEX", "tain hermitage"),
    ],
)
def test_a_commune_is_named_without_its_post_office(written: str, words: str) -> None:
    assert name_of_commune(written) == words


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("12 av. Jean Jaurès", "12 AVENUE JEAN JAURES, 09000 Foix", True),
        ("12 avenue Jean Jaurès", "3 place du Marché", False),
    ],
)
def test_addresses(first: str, second: str, alike: bool) -> None:
    table = pd.DataFrame({"adresse": [first, second]})
    assert bool(address_similarity(table, *BOTH)[0] >= 0.8) is alike


def test_an_absent_address_is_like_nothing() -> None:
    table = pd.DataFrame({"adresse": ["12 rue Haute", None]})
    assert np.isnan(address_similarity(table, *BOTH)[0])


@given(st.text(), st.text())
def test_similarity_goes_both_ways_from_0_to_1(first: str, second: str) -> None:
    said = names(first, second)
    there, back = said.similarity(*BOTH)[0], said.similarity(*BOTH[::-1])[0]
    assert 0 <= there <= 1
    assert there == back


@given(st.text())
def test_a_name_said_in_plain_words_stays_so(text: str) -> None:
    once = name_of_place(text)
    assert name_of_place(once) == once
