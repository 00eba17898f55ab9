"""What was held in a territory in one year: added up from its actions, or told by a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.tables.local_inputs import DROP_INS, INFORMATION, WORKSHOPS
from carto.tables.local_reports import ENROLMENT, RELAYS

Row = Mapping[str, Any]

ACTIONS, REPORT = "actions", "rapport"
# Kinds of actions that gather a group; those of a report are added up only where it tells them.
GATHERINGS = (*WORKSHOPS, INFORMATION)


@dataclass(frozen=True)
class Part:
    """A part of a whole: 24 of 27.

    Attributes
    ----------
    count, total
        Of which the whole is what is known.
    kinds
        Those of the actions that it counts.
    unknown
        How many more there are, of which nothing is known.
    """

    count: int
    total: int
    kinds: tuple[str, ...] = ()
    unknown: int = 0


@dataclass(frozen=True)
class YearlyAccount:
    """One year of a territory by one source; what the source does not say is None.

    Attributes
    ----------
    year
        Calendar year.
    origin
        `actions` when they were kept one by one, `rapport` when a report gives totals.
    counts
        Actions by kind.
    received
        People who came to permanences and appointments.
    enrolled
        People enrolled in workshops and courses.
    attended
        Participations in workshops and courses: who came three times counts three times.
    informed
        People met at information points.
    hours
        Hours of all actions.
    outside
        Workshops held outside the main town, among those whose place is known.
    relays
        Communes that are relays, among those of the territory.
    relay_people
        Share of the inhabitants who live in one.
    report, page, source
        Title of the report and page, empty for actions; id of the source.
    """

    year: int
    origin: str
    counts: Mapping[str, int]
    received: int | None
    enrolled: int | None
    attended: int | None
    informed: int | None
    hours: float | None
    outside: Part | None
    relays: Part | None
    relay_people: float | None
    report: str = ""
    page: str = ""
    source: str = "activite"

    @property
    def gatherings(self) -> int | None:
        """Workshops, courses and information points together; None when none is told."""
        return known_sum(self.counts.get(kind) for kind in GATHERINGS)


def known_sum(values: Iterable[int | None]) -> int | None:
    """Add up what is known; None when nothing is.

    >>> known_sum([12, None, 4]), known_sum([None])
    (16, None)
    """
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def latest(accounts: Iterable[YearlyAccount]) -> YearlyAccount | None:
    """Choose the account to tell first: of the latest year, the report rather than the actions."""
    return next(iter(of_latest_year(accounts)), None)


def of_latest_year(accounts: Iterable[YearlyAccount]) -> list[YearlyAccount]:
    """List the accounts of the latest year, its reports before its actions."""
    kept = list(accounts)
    last = max((one.year for one in kept), default=None)
    return sorted((one for one in kept if one.year == last), key=lambda one: one.origin != REPORT)


def accounts_of_reports(rows: Iterable[Row]) -> list[YearlyAccount]:
    """Make the accounts of the reports of one territory, a year and report each, by year.

    Parameters
    ----------
    rows
        Of the complement `activity_reports`.
    """
    grouped: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        grouped.setdefault((row["annee"], row["rapport"]), []).append(row)
    return [_of_report(year, report, grouped[year, report]) for year, report in sorted(grouped)]


def _of_report(year: int, report: str, rows: Sequence[Row]) -> YearlyAccount:
    """Make the account of one year of one report."""
    by_kind = {row["type"]: row for row in rows}

    def people(*kinds: str) -> int | None:
        return known_sum(by_kind[kind]["personnes"] for kind in kinds if kind in by_kind)

    counts = {
        kind: row["nombre"]
        for kind, row in by_kind.items()
        if row["nombre"] is not None and kind not in (ENROLMENT, RELAYS)
    }
    placed = [by_kind[kind] for kind in GATHERINGS if kind in by_kind]
    placed = [row for row in placed if row["hors_centre"] is not None]
    relays = by_kind.get(RELAYS)
    return YearlyAccount(
        year=year,
        origin=REPORT,
        counts=counts,
        received=people(*DROP_INS),
        enrolled=people(ENROLMENT),
        attended=people(*WORKSHOPS),
        informed=people(INFORMATION),
        hours=None,
        outside=Part(
            sum(row["hors_centre"] for row in placed),
            sum(row["nombre"] if row["sur"] is None else row["sur"] for row in placed),
            tuple(row["type"] for row in placed),
        )
        if placed
        else None,
        relays=Part(relays["nombre"], relays["sur"])
        if relays and relays["nombre"] is not None and relays["sur"] is not None
        else None,
        relay_people=None,
        report=report,
        page=", ".join(dict.fromkeys(row["page"] for row in rows if row["page"])),
        source=rows[0]["source"],
    )


def accounts_of_actions(rows: Sequence[Row], members: Sequence[Row]) -> list[YearlyAccount]:
    """Add up the actions held in the communes of a territory, year by year.

    Parameters
    ----------
    rows
        Of the complement `activity_years`, of these communes.
    members
        The communes of the territory; the main town is the one of most inhabitants.
    """
    centre = main_town(members)
    return [
        _of_actions(year, [row for row in rows if row["annee"] == year], members, centre)
        for year in sorted({row["annee"] for row in rows})
    ]


def main_town(members: Sequence[Row]) -> str | None:
    """Code of the commune of most inhabitants, the lowest code among equals."""
    known = [row for row in members if row["population"] is not None]
    return min(known, key=lambda row: (-row["population"], row["code_insee"]), default={}).get(
        "code_insee"
    )


def _of_actions(
    year: int, rows: Sequence[Row], members: Sequence[Row], centre: str | None
) -> YearlyAccount:
    """Add up the actions of one year."""

    def attendances(*kinds: str) -> int | None:
        counted = [row["participations_count"] for row in rows if row["type"] in kinds]
        return None if None in counted else known_sum(counted)

    counts: dict[str, int] = {}
    for row in rows:
        counts[row["type"]] = counts.get(row["type"], 0) + row["actions_count"]
    workshops = [row for row in rows if row["type"] in WORKSHOPS]
    relays, relay_people = _relays(year, members)
    return YearlyAccount(
        year=year,
        origin=ACTIONS,
        counts=counts,
        received=attendances(*DROP_INS),
        enrolled=None,
        attended=attendances(*WORKSHOPS),
        informed=attendances(INFORMATION),
        hours=round(sum(row["heures"] for row in rows), 2),
        outside=Part(
            sum(row["actions_count"] for row in workshops if row["code_insee"] != centre),
            sum(row["actions_count"] for row in workshops),
            tuple(kind for kind in WORKSHOPS if kind in counts),
        )
        if workshops and centre is not None
        else None,
        relays=relays,
        relay_people=relay_people,
    )


def _relays(year: int, members: Sequence[Row]) -> tuple[Part | None, float | None]:
    """Count the communes that were relays at the end of a year, and the share of their people."""
    listed = [row for row in members if row["is_commune_relais"] is not None]
    if not listed:
        return None, None
    signed = [row for row in listed if _is_relay(row, f"{year}-12-31")]
    part = Part(len(signed), len(listed), unknown=len(members) - len(listed))
    people = [row["population"] for row in members]
    if part.unknown or None in people or not sum(people):
        return part, None
    return part, sum(row["population"] for row in signed) / sum(people)


def _is_relay(row: Row, day: str) -> bool:
    """Whether a commune had signed a convention by some day."""
    return bool(row["is_commune_relais"]) and str(row["relais_date"]) <= day
