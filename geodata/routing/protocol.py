"""What the protocols of routing services have in common: times from one point to several."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

MOST_MINUTES = 1440.0


@dataclass(frozen=True)
class Point:
    """A point on the road network or near it, WGS 84 degrees."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class Trip:
    """A trip: minutes and kilometres, both None when there is no way."""

    minutes: float | None
    km: float | None


class MalformedAnswerError(ValueError):
    """An answer that is not of the protocol; the message says in French what is wrong."""


class RoutingProtocol(Protocol):
    """How to ask a service, and how to read what it answers."""

    name: str
    most_places: int

    def address(self, base: str, origin: Point, places: Sequence[Point]) -> str:
        """Write the address that asks for the trips from one point to several."""
        ...

    def read(self, answer: bytes, count: int) -> list[Trip]:
        """Read the trips to `count` places, in their order; raises `MalformedAnswerError`."""
        ...


def read_json(answer: bytes) -> dict[str, object]:
    """Read a JSON object.

    Raises
    ------
    MalformedAnswerError
        When the answer is no such thing.
    """
    try:
        said = json.loads(answer)
    except (ValueError, RecursionError):
        raise MalformedAnswerError("réponse qui n'est pas du JSON") from None
    if not isinstance(said, dict):
        raise MalformedAnswerError("réponse JSON inattendue")
    return said


def read_quantity(value: object, divisor: float, most: float = math.inf) -> float | None:
    """Read a duration or a distance in another unit; None for null, which is « no way ».

    Raises
    ------
    MalformedAnswerError
        When it is no number, is negative, or more than `most`.

    Examples
    --------
    >>> read_quantity(90, 60), read_quantity(None, 60)
    (1.5, None)
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise MalformedAnswerError("durée ou distance qui n'est pas un nombre")
    quantity = value / divisor
    if not 0 <= quantity <= most:
        raise MalformedAnswerError("durée ou distance hors de toute limite")
    return quantity
