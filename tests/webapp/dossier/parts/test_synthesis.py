"""Tests of `webapp.dossier.parts.synthesis`."""

from __future__ import annotations

from dataclasses import replace

from carto.french import rounded
from tests.webapp.dossier.reading import numbers, plain, text_of
from webapp.dossier.blocks import Figure, KeyFigures, Paragraph, flat
from webapp.dossier.parts.synthesis import synthesis
from webapp.dossier.subject import Subject


def test_every_number_of_the_finding_is_that_of_the_snapshot(departement: Subject) -> None:
    row = departement.row
    first = synthesis(departement).blocks[0]
    assert isinstance(first, Paragraph)
    assert numbers(first.text) == [
        row["communes_underserved"],
        row["communes_count"],
        row["population_underserved"],
        rounded(100 * row["population_underserved"] / row["population"], 1),
        row["communes_verdict_3"],
        row["communes_verdict_indetermine"],
        6,  # the part where they are listed
    ]


def test_every_key_figure_is_that_of_the_snapshot(departement: Subject) -> None:
    row = departement.row
    found = next(b for b in flat(synthesis(departement).blocks) if isinstance(b, KeyFigures))
    written = [numbers(figure.value) for figure in found.figures]
    assert written == [
        [row["communes_underserved"], row["communes_count"]],
        [rounded(100 * row["taux_couverture_ftth"], 1)],
        [rounded(row["nearest_site_min"], 1)],
        [],
        [rounded(row["need"], 1), 10],
    ]
    assert found.figures[3].value == "non publiée"
    assert numbers(found.figures[1].words) == [row["locaux_restants"]]
    assert all(figure.source for figure in found.figures)


def test_three_maps_and_three_communes_with_their_reasons(departement: Subject) -> None:
    section = synthesis(departement)
    maps = [block for block in flat(section.blocks) if isinstance(block, Figure)]
    assert len(maps) == 3
    assert all(one.alt and one.source for one in maps)
    text = text_of(section)
    for commune in departement.underserved[:3]:
        assert plain(str(commune["sentence"])) in text
    assert "Les trois communes à regarder d'abord" in {
        block.title for block in section.blocks if hasattr(block, "title")
    }


def test_a_territory_where_nothing_is_missing(departement: Subject) -> None:
    row = {
        **departement.row,
        "communes_underserved": 0,
        "communes_verdict_indetermine": 0,
        "population_underserved": 0,
    }
    snapshot = replace(departement.snapshot, departements={"29": row})
    text = text_of(synthesis(Subject(snapshot, "departement", "29")))
    assert "aucune n'est sous-desservie selon la règle" in text
