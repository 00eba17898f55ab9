"""A scenario: what somebody would change of the places, in the words of its address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Where:
    """Where a place would be: at the point of a commune, or at a point that somebody chose.

    Attributes
    ----------
    commune
        Code of the commune; None at a chosen point.
    lon_lat
        Longitude and latitude, degrees, four decimals; None at the point of a commune.
    """

    commune: str | None = None
    lon_lat: tuple[float, float] | None = None


@dataclass(frozen=True)
class Addition:
    """A place that would open.

    Attributes
    ----------
    where
        Its point.
    hours_week
        Hours a week that it would offer.
    """

    where: Where
    hours_week: float


@dataclass(frozen=True)
class Scenario:
    """Changes to the places of today; an empty one changes nothing.

    Attributes
    ----------
    additions
        Places that would open, in the order they were asked for.
    removals
        Ids of the places that would be no more.
    hours
        Ids of places, and the hours a week that each would offer.
    moves
        Ids of places, and where each would be.
    """

    additions: tuple[Addition, ...] = ()
    removals: tuple[str, ...] = ()
    hours: tuple[tuple[str, float], ...] = ()
    moves: tuple[tuple[str, Where], ...] = ()

    @property
    def changes(self) -> int:
        """Count the changes."""
        return len(self.additions) + len(self.removals) + len(self.hours) + len(self.moves)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self.changes == 0
