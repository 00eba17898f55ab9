"""Tests of `webapp.dossier.parts.annexes`."""

from __future__ import annotations

import pytest

from tests.webapp.dossier.reading import column, table_of, text_of
from webapp.dossier.parts.annexes import annexes
from webapp.dossier.subject import Subject


def test_each_source_has_its_date_and_its_licence(departement: Subject) -> None:
    section = annexes(departement)
    sources = departement.facts["sources"]
    assert column(table_of(section, "Sources"), 3) == [one["licence"] for one in sources]
    refused = column(table_of(section, "Lignes de chaque source"), 5)
    assert refused == [str(one["refused"]) for one in sources]


def test_every_commune_is_there(departement: Subject) -> None:
    names = column(table_of(annexes(departement), "Toutes les communes"), 0)
    assert names == [row["nom"] for row in departement.communes]


def test_a_very_long_list_is_left_to_the_archive(
    departement: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.dossier.parts.annexes._MOST_COMMUNES", 7)
    text = text_of(annexes(departement))
    assert "Le territoire compte 8 communes" in text
    assert "l'archive des annexes" in text


def test_limits_are_said(departement: Subject) -> None:
    text = text_of(annexes(departement))
    assert "Ne pas investir sans enquête" in text
    assert "estimation à vol d'oiseau corrigée" in text
    assert "Aucun chiffre n'est une recommandation de fermer un lieu." in text


def test_parameters_of_the_method_are_listed(departement: Subject) -> None:
    table = table_of(annexes(departement), "Paramètres de la méthode")
    assert "20 min" in column(table, 1)
