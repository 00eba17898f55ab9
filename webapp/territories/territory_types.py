"""The types of the communes of a territory: how many of each, how many people, drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing import palettes
from carto.drawing.charts.bars import Bar, draw_bars
from carto.typography import typeset
from carto.vocabulary import TERRITORY_TYPES

Row = Mapping[str, Any]


@dataclass(frozen=True)
class TypeLine:
    """One type of commune in a territory."""

    words: str
    meaning: str
    calls_for: str
    communes: str
    people: str


@dataclass(frozen=True)
class TerritoryTypes:
    """The types of a territory: the lines of the table, the chart, those without a type."""

    lines: tuple[TypeLine, ...]
    chart: str
    untyped: str


def territory_types(row: Row) -> TerritoryTypes | None:
    """List the types that a territory has.

    Parameters
    ----------
    row
        Published row of the territory, with `communes_type_*` and `population_type_*`.

    Returns
    -------
    TerritoryTypes or None
        None when no commune has a type.
    """
    found = [key for key in reversed(TERRITORY_TYPES) if row.get(f"communes_type_{key}")]
    if not found:
        return None
    lines = tuple(
        TypeLine(
            TERRITORY_TYPES[key].words,
            TERRITORY_TYPES[key].meaning,
            TERRITORY_TYPES[key].calls_for,
            french.number(row[f"communes_type_{key}"]),
            french.number(row[f"population_type_{key}"]),
        )
        for key in found
    )
    bars = [
        Bar(
            TERRITORY_TYPES[key].words.capitalize(),
            row[f"population_type_{key}"] or 0,
            french.number(row[f"population_type_{key}"] or 0, 0, "hab."),
            palettes.TYPES[key],
        )
        for key in found
    ]
    typed = sum(row[f"communes_type_{key}"] for key in found)
    return TerritoryTypes(
        lines, draw_bars("Habitants par type de commune", bars), _untyped(row, typed)
    )


def _untyped(row: Row, typed: int) -> str:
    """Say how many communes have no type, and why."""
    others = row["communes_count"] - typed
    if not others:
        return ""
    verb = "n'a" if others == 1 else "n'ont"
    return typeset(
        f"{french.plural(others, 'commune')} {verb} pas de type : une de leurs trois alertes est "
        "inconnue, ou elles n'ont pas d'habitant."
    )
