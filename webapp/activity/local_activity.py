"""What local files say of a territory: its yearly accounts, labels of its places, openings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carto import french
from carto.tables.local_published import ACTIVITY_YEARS
from webapp.activity.yearly_account import (
    YearlyAccount,
    accounts_of_actions,
    accounts_of_reports,
)
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.territories.commune_rows import commune_rows


@dataclass(frozen=True)
class LabelledPlace:
    """A place and one of its local labels, and since when, in words."""

    id: str
    nom: str
    commune: str
    label: str
    since: str


def yearly_accounts(
    snapshot: LoadedSnapshot, type_: str, code: str, members: Sequence[Row]
) -> list[YearlyAccount]:
    """List the accounts of a territory, by year, reports before actions."""
    reports = snapshot.details("activity_reports", type_, code)
    codes = [row["code_insee"] for row in members]
    actions = commune_rows(snapshot, ACTIVITY_YEARS, codes)
    found = [*accounts_of_reports(reports), *accounts_of_actions(actions, members)]
    return sorted(found, key=lambda account: account.year)


def labelled_places(snapshot: LoadedSnapshot, members: Iterable[Row]) -> list[LabelledPlace]:
    """List the labels of the places of some communes, by commune, name and label."""
    codes = {row["code_insee"] for row in members}
    named = [
        LabelledPlace(
            row["id"], site["nom"], site["nom_commune"], row["label"], _since(row["date"])
        )
        for row in snapshot.details("place_labels")
        for site in (snapshot.sites[row["id"]],)
        if site["code_insee"] in codes
    ]
    return sorted(named, key=lambda place: (place.commune, place.nom, place.label))


def reported_epci(snapshot: LoadedSnapshot, code: str) -> list[tuple[Row, YearlyAccount]]:
    """List the reports of the EPCI that have a commune in a département, by name and year."""
    told: dict[str, list[Row]] = {}
    for row in snapshot.details("activity_reports", EPCI):
        told.setdefault(row["code_territoire"], []).append(row)
    rows = [snapshot.epci[siren] for siren in told]
    rows = [row for row in rows if code in row["departements"].split("|")]
    rows.sort(key=lambda row: (row["nom"], row["siren_epci"]))
    return [
        (row, account) for row in rows for account in accounts_of_reports(told[row["siren_epci"]])
    ]


def has_activity(snapshot: LoadedSnapshot, type_: str, code: str, members: Sequence[Row]) -> bool:
    """Whether local files say anything of a territory, openings apart."""
    return bool(
        yearly_accounts(snapshot, type_, code, members)
        or any(row["is_commune_relais"] is not None for row in members)
        or (type_ == DEPARTEMENT and reported_epci(snapshot, code))
        or labelled_places(snapshot, members)
    )


def _since(date: str | None) -> str:
    """Write the day a place was given a label; a missing one is said to be."""
    return french.MISSING if date is None else french.date(date)
