"""Territories counted again from communes under the rule of a reader.

The definitions are those of the build (`carto.rollups`); only what follows from the verdicts, and
from the threshold of time, is counted again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.far_people import people_beyond
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.verdicts import roll_up_types, roll_up_verdicts
from carto.verdict.territory_sentence import territory_sentence
from carto.vocabulary import ROBUSTNESS_WORDS
from webapp.rule.rule import Rule
from webapp.rule.ruled_communes import BEYOND, Decided, KnownCommunes
from webapp.snapshots.overlaid_row import Column, OverlaidRow, ToldColumn

Row = Mapping[str, Any]
# Gives the positions of the communes of a territory.
Members = Callable[[str], Sequence[int]]


def counted_columns(known: KnownCommunes, decided: Decided) -> dict[str, Any]:
    """Lay the judged communes out as the arrays that rollups are made of.

    Parameters
    ----------
    known
        Published communes.
    decided
        What the rule makes of them.
    """

    def numbers(name: str) -> NDArray[np.float64]:
        return np.array([row[name] for row in known.rows], dtype=float)

    def texts(name: str) -> NDArray[np.object_]:
        return np.array([value or "" for value in decided[name]], dtype=object)

    return {
        "population": numbers("population"),
        "nearest_site_min": numbers("nearest_site_min"),
        "sites_count": numbers("sites_count"),
        BEYOND: numbers(BEYOND),
        "verdict": texts("verdict"),
        "typology": texts("typology"),
        "is_underserved": np.array([value is True for value in decided["is_underserved"]]),
    }


def recounted(
    published: Mapping[str, Row], members: Members, columns: Mapping[str, NDArray[Any]], rule: Rule
) -> dict[str, Column]:
    """Count the territories of a level again.

    Parameters
    ----------
    published
        Rows of the level by code.
    members
        Positions of the communes of each.
    columns
        See `counted_columns`.
    rule
        What the reader changed.

    Returns
    -------
    dict
        Name of each column that the rule moves → its values, in the order of the level.
    """
    held = [np.array(members(code), dtype=np.int64) for code in published]
    grouped = Grouped(columns, Membership.of(held), least_informed=0.0)
    found: dict[str, Column] = {
        name: _plain(name, values)
        for name, values in (roll_up_verdicts(grouped) | roll_up_types(grouped)).items()
    }
    found |= {f"communes_underserved_{name}": [None] * len(held) for name in ROBUSTNESS_WORDS}
    if rule.temps_max is not None:
        found[BEYOND] = _far(grouped, rule.temps_max)
    rows = tuple(published.values())
    found["sentence"] = ToldColumn(
        lambda at: territory_sentence(rows[at]["nom"], OverlaidRow(rows[at], found, at))
    )
    return found


def _far(grouped: Grouped, limit: float) -> list[float | None]:
    """Share of the people beyond a time; unknown where the published one was counted by squares."""
    by_squares = grouped.count_where(~np.isnan(grouped[BEYOND])) > 0
    return _plain(BEYOND, np.where(by_squares, np.nan, people_beyond(grouped, limit)))


def _plain(name: str, values: NDArray[Any]) -> list[Any]:
    """Write values as a published row holds them: shares as floats, counts as whole numbers."""
    whole = not name.endswith("_share")
    return [
        None if isnan(value) else int(value) if whole else value
        for value in values.astype(float).tolist()
    ]
