"""Tests of `webapp.dossier.activity_tables`."""

from __future__ import annotations

from webapp.dossier.activity_tables import BLANK, activity, follow_up_table, latest_accounts
from webapp.dossier.blocks import ToComplete
from webapp.dossier.subject import Subject


def test_an_activity_that_no_file_tells_is_to_complete(departement: Subject) -> None:
    assert latest_accounts(departement) == []
    (block,) = activity(departement)
    assert isinstance(block, ToComplete)


def test_the_table_to_follow_has_every_count(departement: Subject) -> None:
    table = follow_up_table(departement)
    assert table.columns[1].title == "Référence"
    assert {row[1] for row in table.rows} == {BLANK}
    assert "jamais les noms" in table.note
