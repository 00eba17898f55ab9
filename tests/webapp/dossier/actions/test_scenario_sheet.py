"""Tests of `webapp.dossier.actions.scenario_sheet`."""

from __future__ import annotations

from tests.webapp.dossier.reading import plain, texts
from webapp.dossier.actions.scenario_sheet import scenario_sheet
from webapp.dossier.blocks import Figure, SubSection, Table
from webapp.dossier.subject import Subject
from webapp.planning.asked_scenario import asked_scenario
from webapp.planning.grounds import ground_of


def _sheet(subject: Subject, **values: list[str]) -> SubSection:
    """Write the sheet of a scenario of the sample."""
    ground = ground_of(subject.snapshot, subject.type, subject.code)
    asked = asked_scenario(subject.snapshot, ground, values)
    assert asked.refusals == ()
    return scenario_sheet(subject, ground, asked)


def _tables(sheet: SubSection) -> dict[str, Table]:
    """Find the tables of a sheet, by caption."""
    return {plain(one.caption): one for one in sheet.blocks if isinstance(one, Table)}


def test_a_scenario_has_its_changes_measures_maps_and_sides(departement: Subject) -> None:
    sheet = _sheet(departement, ajout=["29001:7"])
    captions = list(_tables(sheet))
    assert captions[:3] == [
        "Mesures du territoire, avant et après le scénario",
        "Communes selon leur classe, avant et après le scénario",
        "Qui y gagne, qui y perd",
    ]
    assert sum(isinstance(block, Figure) for block in sheet.blocks) == 3
    text = plain(" ".join(texts(sheet.blocks)))
    assert "Ajouter 7 h par semaine à Argol" in text


def test_both_sides_of_every_class_count_the_same_communes(departement: Subject) -> None:
    classes = _tables(_sheet(departement, ajout=["29001:7"]))[
        "Communes selon leur classe, avant et après le scénario"
    ]
    before, after = (sum(int(row[place]) for row in classes.rows) for place in (1, 2))
    assert before == after == len(departement.communes)


def test_travel_times_are_said_to_be_estimated_and_nothing_is_recommended(
    departement: Subject,
) -> None:
    sheet = _sheet(departement, ajout=["29001:7"])
    for caption, table in _tables(sheet).items():
        if "classe," not in caption:
            assert "estimation à vol d'oiseau corrigée" in plain(table.note)
    assert "jamais une recommandation de fermer un lieu" in plain(" ".join(texts(sheet.blocks)))


def test_communes_that_change_are_listed_with_both_states(departement: Subject) -> None:
    (listed,) = (
        table
        for caption, table in _tables(_sheet(departement, ajout=["29001:35"])).items()
        if caption.startswith("Communes qui changent")
    )
    assert all(len(row) == len(listed.columns) == 8 for row in listed.rows)
    assert any("Argol" in row[0] for row in listed.rows)
