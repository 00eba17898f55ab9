"""Tests of `webapp.dossier.parts.comparison`."""

from __future__ import annotations

from tests.webapp.dossier.reading import column, table_of, text_of
from webapp.dossier.parts.comparison import comparison
from webapp.dossier.subject import Subject
from webapp.views.compared_measures import compared_measures


def test_the_same_measures_of_each_territory(subject: Subject) -> None:
    table = table_of(comparison(subject), "Les mêmes mesures")
    assert [one.title for one in table.columns] == ["Mesure", "Ici", "Finistère"]
    whole = subject.snapshot.departements["29"]
    for measure, here, above in zip(
        compared_measures(subject.facts), column(table, 1), column(table, 2), strict=True
    ):
        assert here == measure.write(subject.row).replace("\xa0", " ")
        assert above == measure.write(whole).replace("\xa0", " ")


def test_a_territory_above_all_others_says_so(departement: Subject) -> None:
    text = text_of(comparison(departement))
    assert text.startswith("Ni la région ni la France ne sont publiées")
    assert "que pour les intercommunalités" in text


def test_wider_territories_that_are_not_published_are_said(subject: Subject) -> None:
    assert "La région et la France ne sont pas publiées" in text_of(comparison(subject))


def test_twins_are_named_with_their_rule(subject: Subject) -> None:
    twins = subject.snapshot.details("twins", "epci", subject.code)
    text = text_of(comparison(subject))
    if twins and twins[0]["twins"]:
        assert "les plus proches par" in text
    else:
        assert "Aucun territoire comparable" in text
