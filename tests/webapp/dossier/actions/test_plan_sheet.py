"""Tests of `webapp.dossier.actions.plan_sheet`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.webapp.dossier.reading import plain
from webapp.dossier.actions.plan_sheet import plan_sheet
from webapp.dossier.blocks import Bullets, KeyFigures, Paragraph, Table
from webapp.dossier.subject import Subject
from webapp.planning.grounds import ground_of
from webapp.siting.plan import Plan
from webapp.siting.tour_address import read_tour_text
from webapp.siting.tour_plan import tour_plan


@pytest.fixture
def tour(departement: Subject) -> Plan:
    """Answer a question: a round of three communes of the sample."""
    first, *others = [str(row["code_insee"]) for row in departement.communes[:3]]
    asked = read_tour_text(f"{first}:7:1:{'-'.join(others)}", {first, *others})
    assert asked is not None
    territory = (departement.type, departement.code)
    ground = ground_of(departement.snapshot, *territory)
    return tour_plan(departement.snapshot, territory, ground, asked)


def test_a_plan_is_told_then_figured_listed_and_bounded(tour: Plan) -> None:
    sheet = plan_sheet("Tournée", tour, "Quelle tournée ?", "Trajets estimés")
    assert sheet.title == "Tournée"
    kinds = [type(block) for block in sheet.blocks]
    listed = [one for one in tour.tables if one.rows]
    assert kinds == [Paragraph, KeyFigures, *(Table for _ in listed), Bullets]
    first = sheet.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain(first.text).startswith("Quelle tournée ? ")
    last = sheet.blocks[-1]
    assert isinstance(last, Bullets)
    assert len(last.items) == len([*tour.cautions, *tour.method])


def test_every_figure_says_what_it_rests_on(tour: Plan) -> None:
    sheet = plan_sheet("Tournée", tour, "", "Trajets estimés")
    (figures,) = (block for block in sheet.blocks if isinstance(block, KeyFigures))
    assert {one.source for one in figures.figures} == {"Trajets estimés"}


def test_columns_of_figures_stay_columns_of_figures(tour: Plan) -> None:
    sheet = plan_sheet("Tournée", tour, "", "Trajets estimés")
    written = [block for block in sheet.blocks if isinstance(block, Table)]
    for listed, table in zip((one for one in tour.tables if one.rows), written, strict=True):
        assert [one.is_number for one in table.columns] == [one.is_number for one in listed.columns]


def test_a_table_without_a_row_is_left_out(tour: Plan) -> None:
    emptied = replace(tour, tables=tuple(replace(one, rows=()) for one in tour.tables), figures=())
    blocks = plan_sheet("Tournée", emptied, "", "Trajets estimés").blocks
    assert [type(block) for block in blocks] == [Paragraph, Bullets]
