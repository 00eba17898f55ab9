"""The legend of the maps of a comparison: each class once, with its count in every territory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.legend import legend
from webapp.comparison.compared_territories import Territory
from webapp.maps.legends import LegendLine, class_key, legend_lines

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Coloured:
    """A territory, the indicator that colours its map, and what it counts: its own units."""

    territory: Territory
    indicator: Indicator
    rows: Sequence[Row]


@dataclass(frozen=True)
class SharedClass:
    """A class, and how many units of each territory are in it, in their order."""

    line: LegendLine
    counts: tuple[str, ...]


@dataclass(frozen=True)
class SharedLegend:
    """The classes of the maps that colour the same units.

    Attributes
    ----------
    own
        The class of each territory, when all are communes: there is nothing to count then.
    """

    indicator: Indicator
    territories: tuple[Territory, ...]
    classes: tuple[SharedClass, ...]
    own: tuple[LegendLine, ...] = ()


def shared_legends(maps: Sequence[Coloured]) -> list[SharedLegend]:
    """Write one legend per kind of unit: communes, or départements for a map of France.

    Parameters
    ----------
    maps
        In the order of the page.
    """
    kinds: dict[str, list[Coloured]] = {}
    for one in maps:
        kinds.setdefault(one.indicator.units.type, []).append(one)
    return [_legend(alike) for alike in kinds.values()]


def _legend(maps: Sequence[Coloured]) -> SharedLegend:
    """Write the legend of maps of one kind of unit."""
    indicator = maps[0].indicator
    everything = [row for one in maps for row in one.rows]
    counted = [legend(indicator, one.rows) for one in maps]
    classes = tuple(
        SharedClass(line, tuple(_share(entries[rank].count, len(one.rows))
                                for one, entries in zip(maps, counted, strict=True)))
        for rank, line in enumerate(legend_lines(indicator, everything))
    )  # fmt: skip
    territories = tuple(one.territory for one in maps)
    are_communes = all(one.territory.id.type == "commune" for one in maps)
    own = tuple(_only(indicator, one.rows) for one in maps) if are_communes else ()
    return SharedLegend(indicator, territories, classes, own)


def _only(indicator: Indicator, rows: Sequence[Row]) -> LegendLine:
    """Find the class of a commune."""
    key = class_key(indicator, rows[0])
    return next(line for line in legend_lines(indicator, rows) if line.key == key)


def _share(count: int, total: int) -> str:
    """Write a count, with its share of the territory where there are several units."""
    if total < 2:
        return french.number(count)
    return f"{french.number(count)} ({french.percent(count / total, 0)})"
