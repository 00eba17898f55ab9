"""The accessible supply of one commune worked through, place by place.

A part is weight × hours × 1 000 ÷ people who share the place, with steps or another decay, by
E2SFCA or 3SFCA: the published weights and people are those of the method of the snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.wording import threshold
from carto.flags import MEANINGS
from webapp.method.sheet import Example, Part, trimmed

Row = Mapping[str, Any]

MOST_PLACES = 8


def supply_example(
    row: Row, contributions: Sequence[Row], sites: Mapping[str, Row], last_min: float
) -> Example:
    """Work the accessible supply of a commune through.

    Parameters
    ----------
    row
        Row of `communes`, `reasons` as a dict.
    contributions
        Its rows of the table `contributions`.
    sites
        Published sites by id.
    last_min
        Travel time beyond which no place counts, in minutes.
    """
    ordered = sorted(contributions, key=lambda one: (-one["accessibility"], one["site_id"]))
    parts = tuple(_part(one, sites) for one in ordered[:MOST_PLACES])
    return Example(tuple(_sum(row, ordered, parts, last_min)), parts).in_type()


def _part(one: Row, sites: Mapping[str, Row]) -> Part:
    """Write what one place brings, with every number that it takes to find it again."""
    return Part(
        place=sites[one["site_id"]]["nom"],
        minutes=french.number(one["minutes"], 1, "min"),
        hours=trimmed(one["hours_per_week"], 4),
        people=trimmed(one["people"], 2),
        weight=trimmed(one["weight"], 6),
        brought=french.number(one["accessibility"], 4),
    )


def _sum(row: Row, ordered: Sequence[Row], parts: Sequence[Part], last_min: float) -> Iterator[str]:
    """Sum over the places within reach, and divide for the first."""
    low, high = row["accessibility_low"], row["accessibility_high"]
    if high is None:
        why = MEANINGS.get(row["reasons"].get("accessibility", ""), "")
        yield f"Offre accessible : donnée absente. {why}".strip()
        return
    if not parts:
        yield f"Aucun lieu ouvert à {threshold(last_min)} min ou moins : 0 h."
        return
    first = parts[0]
    yield (
        f"{first.place} : {first.weight} × {first.hours} × 1 000 ÷ {first.people} = "
        f"{first.brought}."
    )
    total = french.number(high, 4, "h par semaine pour 1 000 habitants")
    if len(ordered) == 1:
        yield f"1 lieu compte ; ce qu'il apporte est l'offre accessible : {total}."
    else:
        yield (
            f"{french.number(len(ordered))} lieux comptent ; la somme de ce qu'ils apportent "
            f"donne {total}."
        )
    if len(ordered) > len(parts):
        yield f"Les {len(parts)} premiers sont montrés."
    if low != high:
        yield (
            f"Sans ceux dont une partie des usagers est hors des données : {french.number(low, 4)}."
        )
