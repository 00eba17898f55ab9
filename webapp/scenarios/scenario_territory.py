"""The territory of a scenario, read from the address."""

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
) -> tuple[Perimeter | None, list[str]]:
    """Read the territory of an address; None, and a notice, for one without scenarios.

    An unknown territory is never answered with another one.

    Parameters
    ----------
    snapshot
        Where territories are published.
    query
        Parameters of the address.
    """
    said = query.get(TERRITORY, "")
    territory, notices = read_territory(snapshot, said)
    if territory is not None:
        return Perimeter(*territory), []
    if not said and not snapshot.departements:
        return _first(snapshot), []
    return None, list(map(typeset, notices))


def _first(snapshot: LoadedSnapshot) -> Perimeter:
    """Territory of a scenario where no département is published: the first one."""
    for type_ in PLANNED_TYPES:
        for code in snapshot.level(type_):
            return Perimeter(type_, code)
    first = snapshot.facts["territories"][0]
    return Perimeter(first["type"], first["code"])
