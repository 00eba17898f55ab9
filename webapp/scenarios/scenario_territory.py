"""The territory of a scenario, read from the address: the page always shows one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.typography import typeset
from webapp.planning.planned_territory import PLANNED_TYPES, read_territory
from webapp.snapshots.asked_territory import TERRITORY, Territory, territory_text
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@dataclass(frozen=True)
class Perimeter:
    """A territory as the address of a scenario names it."""

    type: str
    code: str

    def __str__(self) -> str:
        """Write the territory as the address does: `departement-29`."""
        return territory_text(self.pair)

    @property
    def pair(self) -> Territory:
        """Type and code."""
        return self.type, self.code


def read_perimeter(
    snapshot: LoadedSnapshot, query: Mapping[str, str]
) -> tuple[Perimeter, list[str]]:
    """Read the territory of an address; the first one published, and a notice, for an unknown one.

    Parameters
    ----------
    snapshot
        Where territories are published.
    query
        Parameters of the address.
    """
    territory, notices = read_territory(snapshot, query.get(TERRITORY, ""))
    if territory is not None:
        return Perimeter(*territory), []
    usual = _usual(snapshot)
    nom = snapshot.territory(usual.type, usual.code)["nom"]
    return usual, [typeset(f"{notice} En attendant, voici {nom}.") for notice in notices]


def _usual(snapshot: LoadedSnapshot) -> Perimeter:
    """Territory of a scenario when none is asked for: the first département, else the first one."""
    for type_ in PLANNED_TYPES:
        for code in snapshot.level(type_):
            return Perimeter(type_, code)
    first = snapshot.facts["territories"][0]
    return Perimeter(first["type"], first["code"])
