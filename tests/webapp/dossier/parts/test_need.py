"""Tests of `webapp.dossier.parts.need`."""

from __future__ import annotations

from dataclasses import replace

from tests.webapp.dossier.reading import column, table_of, text_of, without_sources
from webapp.dossier.blocks import ToComplete, flat
from webapp.dossier.parts.need import need
from webapp.dossier.subject import Subject


def test_classes_hold_every_commune_the_unknown_ones_apart(departement: Subject) -> None:
    table = table_of(need(departement), "Communes selon le besoin")
    assert sum(map(int, column(table, 1))) == len(departement.communes)
    unknown = sum(row["need"] is None for row in departement.communes)
    assert column(table, 0)[-1] == "Donnée absente"
    assert column(table, 1)[-1] == str(unknown)


def test_the_mean_is_that_of_the_snapshot(departement: Subject) -> None:
    mean = f"{departement.row['need']:.1f}".replace(".", ",")
    assert f"Moyenne des habitants : {mean} sur 10." in text_of(need(departement))


def test_people_that_nobody_counted_are_said_so(departement: Subject) -> None:
    text = text_of(need(departement))
    assert "Le nombre d'habitants de 65 ans et plus n'est pas montré." in text
    labels = [b.label for b in flat(need(departement).blocks) if isinstance(b, ToComplete)]
    assert labels[0] == "Enquête auprès des habitants"


def test_a_need_that_is_not_measured(departement: Subject) -> None:
    blind = without_sources(departement, "filosofi", need_variant=None)
    assert "Le besoin n'est pas mesuré, faute de source." in text_of(need(blind))


def test_the_published_index_stands_beside_the_need_made_of_its_marks(departement: Subject) -> None:
    """The explanation says that it is shown: it must be."""
    row = {**departement.row, "need": 6.0, "ifn_total": 4.2}
    snapshot = replace(departement.snapshot, departements={"29": row})
    text = text_of(need(Subject(snapshot, "departement", "29")))
    assert "6,0 sur 10 ; indice de fragilité numérique publié : 4,2 sur 10." in text
    assert "publié :" not in text_of(need(departement))
