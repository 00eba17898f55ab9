"""Tests of `webapp.dossier.actions.scenario_figures`."""

from __future__ import annotations

from tests.webapp.dossier.reading import plain
from webapp.dossier.actions.asked_sheets import asked_sheets
from webapp.dossier.blocks import Figure
from webapp.dossier.subject import Subject


def test_a_scenario_is_drawn_before_after_and_as_a_difference(departement: Subject) -> None:
    (sheet,) = asked_sheets(
        departement.snapshot, departement.type, departement.code, {"ajout": ["29001:3.5"]}
    ).sheets
    figures = [block for block in sheet.blocks if isinstance(block, Figure)]
    said = [plain(one.alt).split(".")[0] for one in figures]
    assert said == [
        "Temps d'accès, avant (min)",
        "Temps d'accès, après (min)",
        "Ce qui change (min)",
    ]
    assert figures[0].svg != figures[1].svg
