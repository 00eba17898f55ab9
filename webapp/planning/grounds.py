"""The grounds that plans and scenarios are computed on, a few of them kept in memory.

A question about a territory comes with others about the same one: its ground is cut once. The
ground of the widest département takes some twenty megabytes; the tables that grounds are cut
out of, some seventeen for the whole of France.
"""

from __future__ import annotations

import threading

from carto.french import number
from carto.planning.grounds.cut_ground import TooWideGroundError, cut_ground
from carto.planning.grounds.ground import Ground
from carto.planning.grounds.ground_tables import GroundTables, gather
from webapp.errors import NotOfferedError, UnusableAddressError
from webapp.long_answers import Kept
from webapp.planning.planning_method import catchment_of, has_listed_times, travel_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

MOST_COMMUNES = 1500
MOST_KEPT = 3
# Times and pulls of the three widest départements take sixty megabytes.
MOST_BYTES = 128 * 1024 * 1024

_TABLES = ("ground_communes", "ground_places")
_TRIP_COLUMNS = ("code_insee", "site_id", "minutes")


def _weight(ground: Ground) -> int:
    """Bytes of a ground once asked about: its times, and the pulls made of them."""
    return 2 * ground.minutes.nbytes


class Grounds:
    """The grounds that this process has cut, the last ones asked for, of one snapshot."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tables: tuple[str, GroundTables] | None = None
        self._kept: Kept[tuple[str, str, str], Ground] = Kept(MOST_KEPT, MOST_BYTES, _weight)

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
            ground = self._kept.get(key)
            if ground is None:
                ground = self._cut(snapshot, inside)
                self._kept.put(key, ground)
            return ground

    def _cut(self, snapshot: LoadedSnapshot, inside: list[str]) -> Ground:
        """Cut a ground out of the tables of a snapshot."""
        tables, facts = self._tables_of(snapshot), snapshot.facts
        try:
            return cut_ground(tables, inside, travel_of(facts), catchment_of(facts))
        except TooWideGroundError as error:
            raise UnusableAddressError(str(error)) from None

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
        When it has more communes than `MOST_COMMUNES`, or they are too far from each other.
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
