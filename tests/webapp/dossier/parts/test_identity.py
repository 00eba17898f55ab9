"""Tests of `webapp.dossier.parts.identity`."""

from __future__ import annotations

from dataclasses import replace

from carto.french import number
from tests.webapp.dossier.reading import column, numbers, plain, table_of, text_of
from webapp.dossier.parts.identity import identity
from webapp.dossier.subject import Subject


def test_the_perimeter_of_an_intercommunalite(subject: Subject) -> None:
    section = identity(subject)
    table = table_of(section, "Communes du territoire")
    assert len(table.rows) == subject.row["communes_count"]
    people = sum(numbers(row[2])[0] for row in table.rows)
    assert people == subject.row["population"]
    assert f"{plain(number(subject.row['population']))} habitants" in text_of(section)
    assert "Département : Finistère (29)." in text_of(section)


def test_a_departement_is_told_by_intercommunalite(departement: Subject) -> None:
    table = table_of(identity(departement), "Intercommunalités du département")
    assert sum(map(int, column(table, 1))) == len(departement.communes)
    assert column(table, 0)[-1] == "Sans intercommunalité"
    assert "2 communes n'appartiennent à aucune" in text_of(identity(departement))


def test_communes_that_data_lack_and_people_nobody_counted(departement: Subject) -> None:
    row = {**departement.row, "communes_expected": 277, "population": None}
    snapshot = replace(departement.snapshot, departements={"29": row})
    text = text_of(identity(Subject(snapshot, "departement", "29")))
    assert "ne connaissent que 8 des 277 communes" in text
    assert "Sa population n'est pas connue" in text
