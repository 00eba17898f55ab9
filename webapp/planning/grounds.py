"""The grounds that plans and scenarios are computed on, a few of them kept in memory.

A question about a territory comes with others about the same one: its ground is cut once. The
ground of a département of 600 communes takes some ten megabytes; the tables that grounds are cut
out of, some seventeen for the whole of France.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from carto.french import number
from carto.planning.grounds.cut_ground import cut_ground
from carto.planning.grounds.ground import Ground
from carto.planning.grounds.ground_tables import GroundTables, gather
from webapp.errors import NotOfferedError, UnusableAddressError
from webapp.planning.planning_method import catchment_of, has_listed_times, travel_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

MOST_COMMUNES = 1500
MOST_KEPT = 3

_TABLES = ("ground_communes", "ground_places")
_TRIP_COLUMNS = ("code_insee", "site_id", "minutes")


class Grounds:
    """The grounds that this process has cut, the last ones asked for, of one snapshot."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tables: tuple[str, GroundTables] | None = None
        self._kept: OrderedDict[tuple[str, str, str], Ground] = OrderedDict()

    def of(self, snapshot: LoadedSnapshot, type_: str, code: str) -> Ground:
        """Cut the ground of a territory, or give the one that is kept; see `ground_of`."""
        inside = [row["code_insee"] for row in snapshot.members(type_, code)]
        if len(inside) > MOST_COMMUNES:
            raise UnusableAddressError(
                f"Ce territoire compte {number(len(inside))} communes, et un calcul en prend "
                f"{number(MOST_COMMUNES)} au plus : choisissez un département ou une "
                "intercommunalité."
            )
        key = (snapshot.id, type_, code)
        with self._lock:
            if key not in self._kept:
                facts = snapshot.facts
                tables = self._tables_of(snapshot)
                method = (travel_of(facts), catchment_of(facts))
                self._kept[key] = cut_ground(tables, inside, *method)
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def _tables_of(self, snapshot: LoadedSnapshot) -> GroundTables:
        """Read the tables of a snapshot once; those of another one are dropped."""
        if self._tables is None or self._tables[0] != snapshot.id:
            self._kept.clear()
            self._tables = (snapshot.id, _read(snapshot))
        return self._tables[1]


_GROUNDS = Grounds()


def ground_of(snapshot: LoadedSnapshot, type_: str, code: str) -> Ground:
    """Give the ground of a territory: its communes and places, and those around.

    Parameters
    ----------
    snapshot
        Where the territory is published; a rule of a reader changes nothing to its ground.
    type_, code
        The territory.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    UnusableAddressError
        When it has more communes than `MOST_COMMUNES`.
    NotOfferedError
        When the snapshot has no place at all.
    """
    return _GROUNDS.of(snapshot, type_, code)


def _read(snapshot: LoadedSnapshot) -> GroundTables:
    """Read the tables that grounds are cut out of."""
    columns = {name: snapshot.snapshot.columns(name) for name in _TABLES}
    if not columns["ground_places"]["id"]:
        raise NotOfferedError(
            "Ces données ne comptent aucun lieu d'aide : sans eux, rien à déplacer ni à comparer. "
            "Ajoutez une source de lieux à carto.toml, puis reconstruisez."
        )
    trips = None
    if has_listed_times(snapshot.facts):
        trips = snapshot.snapshot.columns_of("contributions", _TRIP_COLUMNS, {})
    return gather(columns, snapshot.communes, snapshot.sites, trips)
