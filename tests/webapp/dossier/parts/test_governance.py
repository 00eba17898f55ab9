"""Tests of `webapp.dossier.parts.governance`."""

from __future__ import annotations

from tests.webapp.dossier.reading import column, table_of, text_of
from webapp.dossier.activity_tables import BLANK
from webapp.dossier.parts.governance import governance
from webapp.dossier.subject import Subject


def test_structures_that_are_there_are_listed(departement: Subject) -> None:
    table = table_of(governance(departement), "Structures et lieux")
    assert len(table.rows) == len(departement.places)
    assert column(table, 4).count("oui") == len(departement.supply)


def test_members_are_left_to_the_territory(departement: Subject) -> None:
    table = table_of(governance(departement), "Membres, par collège")
    assert {cell for row in table.rows for cell in row[1:]} == {BLANK}


def test_a_territory_that_no_list_cites(subject: Subject) -> None:
    empty = Subject(subject.snapshot, subject.type, subject.code)
    object.__setattr__(empty, "places", ())
    assert "ne citent aucune structure" in text_of(governance(empty))
