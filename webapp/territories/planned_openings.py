"""Openings that are planned in some communes: shown as such, never counted in the supply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto import french
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.tables.local_published import PLANNED_OPENINGS
from carto.typography import typeset
from webapp.planning.scenario_address import MOST_CHANGES, query_text, scenario_pairs
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, EPT, GROUP, LoadedSnapshot, Row
from webapp.territories.commune_rows import commune_rows
from webapp.views.provenance import local_credit

KIND_WORDS = {
    "lieu": "lieu nouveau",
    "permanence": "permanence",
    "itinerant": "passage itinérant",
}
# Territories that a scenario can be about.
_SIMULATED = (EPCI, DEPARTEMENT, EPT, GROUP)


@dataclass(frozen=True)
class PlannedOpening:
    """One opening in words; `hours` is a week's."""

    date: str
    nom: str
    commune: str
    code_insee: str
    kind: str
    hours: str


@dataclass(frozen=True)
class PlannedOpenings:
    """The openings planned in a territory, the soonest first.

    Attributes
    ----------
    openings
        Never empty.
    simulate_path
        The page that says what they would change; empty for a territory too wide for it.
    simulated
        How many of them it takes.
    source
        Whose file says so, and at which date.
    """

    openings: tuple[PlannedOpening, ...]
    simulate_path: str
    simulated: int
    source: str


def planned_openings(
    snapshot: LoadedSnapshot, territory: tuple[str, str], members: Sequence[Row]
) -> PlannedOpenings | None:
    """List the openings planned in some communes; None when there is none.

    Parameters
    ----------
    snapshot
        Where they are published.
    territory
        Type and code of the territory to simulate them in.
    members
        The communes.
    """
    names = {row["code_insee"]: row["nom"] for row in members}
    rows = _rows(snapshot, list(names))
    if not rows:
        return None
    openings = tuple(
        PlannedOpening(
            french.date(row["date"]),
            row["nom"],
            names[row["code_insee"]],
            row["code_insee"],
            typeset(KIND_WORDS[row["type"]]),
            french.number(row["heures_semaine"], _decimals(row["heures_semaine"]), "h"),
        )
        for row in rows
    )
    return PlannedOpenings(
        openings,
        _simulate_path(snapshot, territory, rows[:MOST_CHANGES]),
        min(len(rows), MOST_CHANGES),
        french.capitalised(local_credit(snapshot.facts, "ouvertures_prevues")),
    )


def _rows(snapshot: LoadedSnapshot, codes: Sequence[str]) -> list[Row]:
    """Read the openings of some communes, by date, commune and name."""
    rows = commune_rows(snapshot, PLANNED_OPENINGS, codes)
    return sorted(rows, key=lambda row: (row["date"], row["code_insee"], row["nom"]))


def _simulate_path(
    snapshot: LoadedSnapshot, territory: tuple[str, str], rows: Sequence[Row]
) -> str:
    """Address the scenario that these openings make, at the points of their communes."""
    if territory[0] not in _SIMULATED:
        return ""
    added = (Addition(Where(row["code_insee"]), row["heures_semaine"]) for row in rows)
    pairs = scenario_pairs(Scenario(tuple(added)), snapshot.id)
    return f"/scenario?{query_text([('territoire', '-'.join(territory)), *pairs])}"


def _decimals(hours: float) -> int:
    """Say how many decimals hours need: none for whole ones."""
    return 0 if float(hours).is_integer() else 1
