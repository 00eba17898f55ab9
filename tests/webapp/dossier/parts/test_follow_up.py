"""Tests of `webapp.dossier.parts.follow_up`."""

from __future__ import annotations

from tests.webapp.dossier.reading import column, plain, table_of
from webapp.dossier.editions.baseline_values import freeze
from webapp.dossier.parts.follow_up import follow_up
from webapp.dossier.subject import Subject


def test_the_baseline_is_written_with_what_identifies_it(departement: Subject) -> None:
    baseline = freeze(departement)
    table = table_of(follow_up(departement, baseline), "Indicateurs au point de départ")
    assert column(table, 1) == [plain(value.text) for value in baseline.values]
    for said in (baseline.snapshot_id, baseline.method_version, baseline.parameters_sha256):
        assert said in table.note


def test_the_activity_of_the_years_to_come_is_left_blank(departement: Subject) -> None:
    table = table_of(follow_up(departement, freeze(departement)), "Activité")
    assert column(table, 0)[0] == "Permanences"
    assert {cell for row in table.rows for cell in row[2:]} == {"à compléter"}
