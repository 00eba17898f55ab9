"""Tests of `webapp.dossier.parts.action_plan`."""

from __future__ import annotations

from tests.webapp.dossier.reading import text_of
from webapp.dossier.blocks import SubSection, ToComplete, flat
from webapp.dossier.parts.action_plan import action_plan
from webapp.dossier.prose import paragraph
from webapp.dossier.subject import Subject


def test_without_a_scenario_it_says_how_to_make_one(departement: Subject) -> None:
    text = text_of(action_plan(departement))
    assert text.startswith("Aucun scénario n'est joint à ce dossier.")
    assert "Argol" in text


def test_a_sheet_takes_its_place(departement: Subject) -> None:
    sheet = SubSection("Scénario joint", (paragraph("Deux communes."),))
    section = action_plan(departement, [sheet])
    (kept,) = section.blocks
    assert isinstance(kept, SubSection)
    assert kept.title == sheet.title
    assert kept.blocks[: len(sheet.blocks)] == sheet.blocks
    asked = [block.label for block in kept.blocks if isinstance(block, ToComplete)]
    assert "Budget et cofinancements (Scénario joint)" in asked
    assert "Aucun scénario" not in text_of(section)


def test_money_and_people_are_left_to_the_territory(departement: Subject) -> None:
    asked = {b.label for b in flat(action_plan(departement).blocks) if isinstance(b, ToComplete)}
    assert {"Budget et cofinancements", "Moyens humains", "Calendrier et statut"} <= asked
