"""Personal data is found in running text, and institutions are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.personal_data import (
    MASK,
    masked,
    names_a_person,
    speaks_of_health,
    without_contacts,
    without_persons,
)


@pytest.mark.parametrize(
    "text",
    [
        "Mme X",
        "Demander Mme Le Goff",
        "M. Dupont",
        "Mr Martin au 1er étage",
        "Monsieur Dupont",
        "MADAME DUPONT",
        "chez M. et Mme Martin",
    ],
)
def test_persons(text: str) -> None:
    assert names_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "12 rue Monsieur Vincent",
        "Place de Madame Récamier",
        "École Madame Curie",
        "Monsieur le maire",
        "Mairie de Montreuil",
        "MJC M3Q",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert not names_a_person(text)


def test_only_the_person_is_cut() -> None:
    assert without_persons("Mairie, demander Mme Dupont, 2e étage").split() == [
        *("Mairie,", ",", "2e", "étage")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mme est malade",
        "suit un traitement",
        "usager diabétique à rappeler",
        "en arrêt maladie jusqu'en mai",
        "souffre d'une dépression",
    ],
)
def test_health(text: str) -> None:
    assert speaks_of_health(text)


@pytest.mark.parametrize(
    "text",
    [
        "Initiation au traitement de texte",
        "Accueil des personnes en situation de handicap",
        "Caisse primaire d'assurance maladie",
    ],
)
def test_what_is_no_note_on_health(text: str) -> None:
    assert not speaks_of_health(text)


@pytest.mark.parametrize(
    "contact",
    ["06 12 34 56 78", "07.12.34.56.78", "+33 6 12 34 56 78", "0692123456", "+262 692 12 34 56"],
)
def test_mobiles_are_cut(contact: str) -> None:
    assert without_contacts(f"au {contact}.") == "au ."


@pytest.mark.parametrize(
    "text",
    [
        "02 98 44 00 00",
        "-4.0712345678",
        "id 62592a1d0612345678",
        "SIRET 06123456789012",
        "mairie@ville.fr",
    ],
)
def test_institutions_are_left(text: str) -> None:
    assert without_contacts(text) == masked(text) == text


def test_a_masked_row_keeps_its_shape() -> None:
    row = "7;Mairie;Mme Dupont;06 12 34 56 78;jeanne.dupont@gmail.com"
    assert masked(row) == f"7;Mairie; {MASK};{MASK};{MASK}"
    assert masked("12 rue Madame Curie") == "12 rue Madame Curie"
    assert masked("7;usager diabétique;29001") == f"7;usager {MASK};29001"


@given(st.text(max_size=60))
def test_masking_twice_changes_nothing(text: str) -> None:
    assert masked(masked(text)) == masked(text)
