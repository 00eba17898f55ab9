"""Tests of `carto.capitals`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.capitals import calm, calm_name


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("PL DE LA MAIRIE", "Pl de la Mairie"),
        ("27 RUE JEAN-BART, MAISON DES ASSOCIATIONS", "27 Rue Jean-Bart, Maison des Associations"),
        ("L'ILE D'OLERON", "L'Ile d'Oleron"),
        ("BP 12", "BP 12"),
        ("1 ÎLOT DES ÉCOLES", "1 Îlot des Écoles"),
        ("12", "12"),
        ("", ""),
        ("Rue du 8 mai 1945", "Rue du 8 mai 1945"),
    ],
)
def test_capitals_are_calmed_and_the_rest_is_left(published: str, said: str) -> None:
    assert calm(published) == said


@given(st.text(max_size=40))
def test_only_case_changes(text: str) -> None:
    assert calm(text).casefold() == text.casefold()


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("ALIS PREMIER ACCUEIL", "Alis Premier Accueil"),
        ("CCAS DE LA VILLE", "CCAS de la Ville"),
        ("PETR DU PAYS", "PETR du Pays"),
        ("PASS", "PASS"),
        ("AMI LDA Emploi", "AMI LDA Emploi"),
        ("", ""),
    ],
)
def test_a_name_is_not_shouted_and_initials_stay(published: str, said: str) -> None:
    assert calm_name(published) == said
