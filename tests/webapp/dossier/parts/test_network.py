"""Tests of `webapp.dossier.parts.network`."""

from __future__ import annotations

from carto.french import rounded
from tests.webapp.dossier.reading import numbers, table_of, text_of, without_sources
from webapp.dossier.blocks import Paragraph
from webapp.dossier.parts.network import network
from webapp.dossier.subject import Subject


def test_the_rate_is_that_of_the_sums(departement: Subject) -> None:
    row = departement.row
    first = network(departement).blocks[0]
    assert isinstance(first, Paragraph)
    assert numbers(first.text)[:3] == [
        rounded(100 * row["taux_couverture_ftth"], 1),
        row["locaux_raccordables"],
        row["locaux"],
    ]
    assert row["locaux_restants"] in numbers(first.text)


def test_communes_under_the_threshold_come_by_what_is_left(departement: Subject) -> None:
    table = table_of(network(departement), "Communes sous 95 %")
    left = [numbers(row[3])[0] for row in table.rows]
    under = [row for row in departement.communes if row["taux_couverture_ftth"] < 0.95]
    assert left == sorted((row["locaux_restants"] for row in under), reverse=True)


def test_what_is_missing_is_said_with_what_to_do(departement: Subject) -> None:
    text = text_of(network(departement))
    assert "joindre la source « Fermeture du cuivre »" in text
    assert "joindre la source « Historique de la fibre »" in text
    without = text_of(network(without_sources(departement, "fibre")))
    assert without.startswith("La couverture par la fibre n'est pas connue.")
