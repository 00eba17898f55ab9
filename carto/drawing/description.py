"""The sentence that stands for a map: how many units per class, which ones, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE
from carto.drawing.legend import legend
from carto.drawing.wording import Row, measured
from carto.folding import folded
from carto.french import NBSP

NAMED_AT_MOST = 5
EPCI_AT_MOST = 2


def describe(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Describe a map in French for who does not see it: counts, where the worst is, extremes.

    Parameters
    ----------
    indicator
        What the map shows.
    rows
        Units of the map; `nom` and, for communes, `nom_epci` say where.
    """
    if not rows:
        return f"{indicator.definition.title}{NBSP}: {indicator.units.count(0)}."
    counted = [
        f"{entry.label}, {indicator.units.count(entry.count)}"
        for entry in legend(indicator, rows)
        if entry.count
    ]
    total = indicator.units.count(len(rows))
    counts = f"{indicator.definition.title}, sur {total}{NBSP}: {f'{NBSP}; '.join(counted)}."
    return f"{counts} {highlights(indicator, rows)}".rstrip()


def highlights(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Say what a legend with counts does not: where the worst is, and the extremes.

    Parameters
    ----------
    indicator
        What the map shows.
    rows
        Units of the map.
    """
    sentences = (_where_worst(indicator, rows), _extremes(indicator, rows))
    return " ".join(filter(None, sentences))


def _where_worst(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Say which units are in the worst class that has any, or in which EPCI these communes are."""
    for index in indicator.worst_first:
        found = [row for row in rows if indicator.class_of(row) == index]
        if found:
            break
    else:
        return ""
    label = indicator.classes[index].label
    if len(found) <= NAMED_AT_MOST:
        names = ", ".join(sorted((str(row.get("nom")) for row in found), key=folded))
        return f"Classe la plus préoccupante, «{NBSP}{label}{NBSP}»{NBSP}: {names}."
    has_epci = indicator.units == COMMUNE and len({row.get("nom_epci") for row in rows}) > 1
    which = _by_epci(found) if has_epci else f"dont {_most_populated(found)}"
    return (
        f"Classe la plus préoccupante, «{NBSP}{label}{NBSP}»{NBSP}: "
        f"{indicator.units.count(len(found))}, {which}."
    )


def _by_epci(communes: Sequence[Row]) -> str:
    """Say in which EPCI most of these communes are."""
    groups = Counter(str(row.get("nom_epci") or "les communes sans EPCI") for row in communes)
    ranked = sorted(groups.items(), key=lambda pair: (-pair[1], pair[0]))[:EPCI_AT_MOST]
    if len(groups) == 1:
        return f"toutes dans {ranked[0][0]}"
    return "dont " + " et ".join(f"{count} dans {nom}" for nom, count in ranked)


def _most_populated(units: Sequence[Row]) -> str:
    """Name the most populated of these territories."""
    ranked = sorted(units, key=lambda row: (-(measured(row, "population") or 0), str(row["nom"])))
    return ", ".join(str(row["nom"]) for row in ranked[:NAMED_AT_MOST])


def _extremes(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Name the lowest and the highest values; nothing for a verdict, or a single value."""
    valued = [
        (value, str(row.get("nom")), indicator.text(row))
        for row in rows
        if (value := indicator.value(row)) is not None
    ]
    if not valued or min(valued)[0] == max(valued)[0]:
        return ""
    (_, lowest, low), (_, highest, high) = min(valued), max(valued)
    return f"Valeurs extrêmes{NBSP}: {low} ({lowest}) et {high} ({highest})."
