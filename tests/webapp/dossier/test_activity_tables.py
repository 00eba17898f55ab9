"""Tests of `webapp.dossier.activity_tables`."""

from __future__ import annotations

from tests.webapp.dossier.reading import plain
from webapp.activity.account_lines import latest_summary
from webapp.dossier.activity_tables import (
    BLANK,
    account_source,
    activity,
    follow_up_table,
    latest_accounts,
)
from webapp.dossier.blocks import Paragraph, ToComplete
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


def test_a_year_with_a_report_and_actions_is_told_as_its_page_tells_it(local: Subject) -> None:
    accounts = latest_accounts(local)
    assert [(one.year, one.origin) for one in accounts[-2:]] == [
        (2023, "rapport"),
        (2023, "actions"),
    ]
    first = next(block for block in activity(local) if isinstance(block, Paragraph))
    assert plain(first.text) == plain(latest_summary(accounts))
    assert "65 permanences" in plain(first.text)


def test_the_follow_up_starts_from_the_report(local: Subject) -> None:
    table = follow_up_table(local)
    assert plain(table.columns[1].title) == "Référence (2023, rapport)"
    assert table.rows[0][:2] == ("Permanences", "65")
    assert "Rapport d'essai, p. 14" in plain(table.note)
    assert "fichier du territoire" in account_source(local, latest_accounts(local)[0])
