"""Tests of `webapp.dossier.parts.annexes`."""

from __future__ import annotations

import pytest

from tests.webapp.dossier.reading import column, plain, table_of, text_of
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


def test_times_have_a_decimal_and_never_read_as_the_threshold(
    departement: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    for minutes, written in ((19.98, "19,98"), (15.02, "15,0"), (18.0, "18,0"), (20.0, "20,0")):
        row = {**departement.communes[0], "nearest_site_min": minutes}
        changed = Subject(departement.snapshot, "departement", "29")
        monkeypatch.setitem(vars(changed), "communes", (row,))
        table = table_of(annexes(changed), "Toutes les communes")
        assert f"{written} min" in column(table, 3)


def test_data_already_old_are_said_under_their_sources(departement: Subject) -> None:
    assert departement.ageing.startswith("Données déjà anciennes")
    assert plain(departement.ageing) in text_of(annexes(departement))


def test_the_archive_of_annexes_is_named(subject: Subject) -> None:
    assert "L'archive des annexes (ZIP) contient" in text_of(annexes(subject))
