"""What both servers are asked: the same questions, each under many addresses.

Offsets, boxes and codes are drawn once, from a fixed seed: a server that keeps its last answer
gains nothing by it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from webapp.snapshots.loaded_snapshot import LoadedSnapshot

_SEED = 7
_DRAWN = 200
_HALF_BOX = 0.15


@dataclass(frozen=True)
class Question:
    """A question on features, and what is to be reached on two cores.

    Attributes
    ----------
    label
        French words for the report.
    paths
        Addresses below the root of an OGC API – Features, without the form of the answer.
    least_per_second
        Answers a second to reach.
    most_p99_ms
        Time of 99 answers of 100 not to exceed, when there is a goal.
    """

    label: str
    paths: tuple[str, ...]
    least_per_second: float
    most_p99_ms: float | None = None


def questions_on(snapshot: LoadedSnapshot) -> tuple[Question, ...]:
    """Draw the questions on the places and the communes of a snapshot."""
    drawn = random.Random(_SEED)  # noqa: S311 - a draw, not a secret
    codes, places = sorted(snapshot.communes), sorted(snapshot.sites)
    return (
        Question("10 lieux", _pages(drawn, "lieux", len(places), 10), 300, 80),
        Question("lieux d'un cadre, 100 au plus", _boxes(drawn, snapshot), 120),
        Question("100 communes et leurs contours", _pages(drawn, "communes", len(codes), 100), 40),
        Question(
            "une commune",
            _many(lambda: f"/collections/communes/items/{drawn.choice(codes)}"),
            400,
        ),
    )


def mixed_paths(snapshot: LoadedSnapshot, tiles: Sequence[str]) -> list[str]:
    """List what a day of visits asks for: pages, the API, features, tiles, files.

    Parameters
    ----------
    snapshot
        The one served.
    tiles
        Addresses of tiles.
    """
    drawn = random.Random(_SEED)  # noqa: S311 - a draw, not a secret
    codes = drawn.sample(sorted(snapshot.communes), min(_DRAWN, len(snapshot.communes)))
    features = [f"/ogc{path}" for question in questions_on(snapshot) for path in question.paths]
    epci = sorted(snapshot.epci)[:20]
    return [
        *("/", "/territoires", "/methode", "/sources", "/donnees", "/catalogue.jsonld"),
        *(f"/commune/{code}" for code in codes),
        *(f"/api/v1/communes/{code}" for code in codes),
        *(f"/epci/{code}" for code in epci),
        *(f"/epci/{code}/tableau" for code in epci),
        *features,
        *tiles[:_DRAWN],
    ]


def _pages(drawn: random.Random, collection: str, count: int, limit: int) -> tuple[str, ...]:
    """Parts of a collection, from anywhere."""
    last = max(count - limit, 0)
    start = f"/collections/{collection}/items?limit={limit}&offset="
    return _many(lambda: f"{start}{drawn.randint(0, last)}")


def _boxes(drawn: random.Random, snapshot: LoadedSnapshot) -> tuple[str, ...]:
    """Boxes of some twenty kilometres around places."""
    sites: Sequence[tuple[float, float]] = [
        (site["longitude"], site["latitude"]) for _, site in sorted(snapshot.sites.items())
    ]

    def box() -> str:
        x, y = drawn.choice(sites)
        corners = (x - _HALF_BOX, y - _HALF_BOX, x + _HALF_BOX, y + _HALF_BOX)
        asked = ",".join(f"{corner:.4f}" for corner in corners)
        return f"/collections/lieux/items?limit=100&bbox={asked}"

    return _many(box)


def _many(one: Callable[[], str]) -> tuple[str, ...]:
    """Draw the addresses of a question."""
    return tuple(one() for _ in range(_DRAWN))
