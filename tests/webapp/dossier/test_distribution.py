"""Tests of `webapp.dossier.distribution`."""

from __future__ import annotations

from tests.webapp.dossier.reading import column, numbers
from webapp.dossier.distribution import distribution
from webapp.dossier.subject import Subject


def test_classes_add_up_to_the_territory(departement: Subject) -> None:
    table = distribution(departement, "verdict", "Communes selon leur classe")
    assert sum(map(int, column(table, 1))) == len(departement.communes)
    people = sum(numbers(row[2])[0] for row in table.rows)
    assert people == departement.row["population"]
    assert table.note
