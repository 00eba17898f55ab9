"""Tests of `webapp.dossier.parts.supply`."""

from __future__ import annotations

from tests.webapp.dossier.reading import column, numbers, plain, table_of, text_of, without_sources
from webapp.dossier.parts.supply import supply
from webapp.dossier.subject import Subject


def test_the_places_of_the_table_are_those_that_are_counted(departement: Subject) -> None:
    section = supply(departement)
    table = table_of(section, "Lieux d'aide ouverts à tous")
    row = departement.row
    assert len(table.rows) == row["sites_count"]
    hours = sum(numbers(cell)[0] for cell in column(table, 3))
    assert round(hours) in range(round(row["hours_per_week"]) - 5, round(row["hours_per_week"]) + 6)
    assert f"{row['sites_count']} lieux d'aide ouverts à tous sont recensés" in text_of(section)


def test_estimated_hours_are_told_from_declared_ones(departement: Subject) -> None:
    origins = column(table_of(supply(departement), "Lieux d'aide ouverts à tous"), 4)
    assert {"déclarées", "estimées, type de lieu"} == set(origins)


def test_each_place_has_a_type_of_help_or_none_is_known(departement: Subject) -> None:
    counts = [int(cell) for cell in column(table_of(supply(departement), "Lieux selon le type"), 1)]
    assert counts == [0, 0, 0, 0, departement.row["sites_count"]]


def test_a_list_without_a_place_is_not_a_territory_without_help(departement: Subject) -> None:
    said = "L'absence d'un lieu dans un fichier n'est pas l'absence du service"
    assert said in text_of(supply(departement))
    blind = text_of(supply(without_sources(departement)))
    assert blind.startswith("Les lieux d'aide ne sont pas connus.")


def test_planned_openings_are_listed_as_not_counted(local: Subject, departement: Subject) -> None:
    section = supply(local)
    table = table_of(section, "Ouvertures prévues, que les chiffres de ce dossier ne comptent pas")
    assert column(table, 3) == ["4 janvier 2027", "11 janvier 2027"]
    assert column(table, 4) == ["14 h", "3,5 h"]
    assert "fichier du territoire" in plain(table.note).lower()
    assert "Ouvertures déjà décidées" in text_of(supply(departement))
