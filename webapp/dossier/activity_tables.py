"""The activity of mediation that local files tell, for the diagnosis and for the follow-up."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.activity.account_lines import (
    COUNTED,
    account_lines,
    column_title,
    latest_summary,
    source_words,
    summary,
)
from webapp.activity.local_activity import reported_epci, yearly_accounts
from webapp.activity.yearly_account import YearlyAccount, latest
from webapp.dossier.blocks import Block, Table
from webapp.dossier.prose import bullets, paragraph, table, to_complete
from webapp.dossier.subject import Subject, full_name
from webapp.snapshots.loaded_snapshot import DEPARTEMENT
from webapp.views.provenance import local_credit

BLANK = "à compléter"
_MOST_YEARS = 3


def activity(subject: Subject) -> Iterator[Block]:
    """Tell the last years of activity; leave a place for what no file tells."""
    accounts = latest_accounts(subject)
    told = _told_by_epci(subject)
    if told:
        yield bullets(told)
    if not accounts:
        yield to_complete(
            "Activité de l'année",
            "Permanences, rendez-vous, ateliers, points d'information : nombres et personnes "
            "reçues, au centre et dans les autres communes.",
        )
        return
    yield paragraph(latest_summary(accounts))
    lines = account_lines(accounts, subject.row["population"])
    yield table(
        "Activité de médiation, année par année",
        ("Mesure", *(f"{column_title(one)}#" for one in accounts)),
        [
            (line.label, *(f"{c.text} ({c.beside})" if c.beside else c.text for c in line.cells))
            for line in lines
        ],
        " ".join(account_source(subject, one) for one in accounts),
    )


def _told_by_epci(subject: Subject) -> list[str]:
    """Tell the reports of the intercommunalités of a département."""
    if subject.type != DEPARTEMENT:
        return []
    return [
        f"{full_name(str(row['nom']))}. {summary(account)} {account_source(subject, account)}"
        for row, account in reported_epci(subject.snapshot, subject.code)
    ]


def follow_up_table(subject: Subject) -> Table:
    """Prepare the counts of the years to come, next to the last ones that are known."""
    first = latest(latest_accounts(subject))
    known = {measure.label: "" for measure in COUNTED}
    if first is not None:
        lines = account_lines([first], subject.row["population"])
        known = {line.label: line.cells[0].text for line in lines}
    title = "Référence" if first is None else f"Référence ({column_title(first)})"
    source = "" if first is None else account_source(subject, first)
    return table(
        "Activité : référence, cible, résultat",
        ("Ce que l'on compte", title, "Cible", "Résultat"),
        [(label, value or BLANK, BLANK, BLANK) for label, value in known.items()],
        f"{source} Compter les actes et les personnes, jamais les noms.".strip(),
    )


def account_source(subject: Subject, account: YearlyAccount) -> str:
    """Name the source of a year, as the page on the activity of the territory does."""
    return source_words(account, local_credit(subject.facts, account.source))


def latest_accounts(subject: Subject) -> list[YearlyAccount]:
    """List the accounts of the last years, the latest last."""
    found = yearly_accounts(subject.snapshot, subject.type, subject.code, subject.communes)
    return found[-_MOST_YEARS:]
