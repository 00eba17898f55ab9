"""What the methods say of a territory beyond its figures: solidity, distances, inequality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.charts.bars import Bar, draw_bars
from carto.drawing.charts.figure import ChartTable, figure
from carto.french import NBSP
from carto.typography import thin_thousands, typeset

Row = Mapping[str, Any]

MINUTES = (10, 15, 20, 30)


@dataclass(frozen=True)
class TerritoryStudy:
    """What the page of a territory shows below its map.

    Attributes
    ----------
    lines
        Sentences: how solid the verdicts are, how the supply is shared, density of places.
    distances
        Shares of people beyond some minutes, drawn; empty without a source of places.
    """

    lines: tuple[str, ...]
    distances: str


def territory_study(row: Row, travel: str, reference: Row | None = None) -> TerritoryStudy:
    """Gather the study of a territory.

    Parameters
    ----------
    row
        Published row of the territory.
    travel
        How travel times are estimated, in words.
    reference
        Row of the territory to compare with, or None.
    """
    lines = (*_solidity(row), *_sharing(row, reference), *_density(row, reference))
    said = tuple(thin_thousands(typeset(line)) for line in lines)
    return TerritoryStudy(said, _distances(row, travel))


def _solidity(row: Row) -> Iterator[str]:
    """Count the under-served communes by how far their verdict holds."""
    total = row["communes_underserved"]
    counts = {
        word: row.get(f"communes_underserved_{name}") or 0
        for name, word in (("robuste", "robuste"), ("fragile", "fragile"))
    }
    tipping = row.get("communes_underserved_bascule") or 0
    if not total or not (any(counts.values()) or tipping):
        return
    parts = [french.plural(count, word) for word, count in counts.items() if count]
    if tipping:
        verb = "peut" if tipping == 1 else "peuvent"
        parts.append(f"{french.number(tipping)} qui {verb} basculer")
    yield (
        f"Sur {french.plural(total, 'verdict de sous-desserte', 'verdicts de sous-desserte')} : "
        f"{', '.join(parts)}."
    )


def _sharing(row: Row, reference: Row | None) -> Iterator[str]:
    """Say how unequally the accessible supply is shared."""
    index = row.get("accessibility_gini")
    if index is None:
        return
    beside = _beside(reference, "accessibility_gini")
    yield (
        f"Inégalité de l'offre accessible entre habitants : {french.number(index, 2)}{beside}, de "
        "0 (la même pour tous) à 1."
    )


def _density(row: Row, reference: Row | None) -> Iterator[str]:
    """Give the density of places, when the territory is large enough for one."""
    density, hours = row.get("sites_per_10000"), row.get("hours_per_year_per_1000")
    if density is None or hours is None:
        return
    beside = _beside(reference, "sites_per_10000")
    yield (
        f"{french.number(density, 2)} lieu pour 10 000 habitants{beside}, et "
        f"{french.plural(round(hours), 'heure')} d'ouverture par an pour 1 000 habitants."
    )


def _beside(reference: Row | None, column: str) -> str:
    """Write the value of the territory compared with, between brackets."""
    if reference is None or reference.get(column) is None:
        return ""
    return f" ({reference['nom']} : {french.number(reference[column], 2)})"


def _distances(row: Row, travel: str) -> str:
    """Draw the shares of people farther from a place than some minutes."""
    shares = {minutes: row.get(f"population_beyond_{minutes}_min_share") for minutes in MINUTES}
    bars = [
        Bar(f"À plus de {minutes}{NBSP}min", share, french.percent(share))
        for minutes, share in shares.items()
        if share is not None
    ]
    if not bars:
        return ""
    title = "Habitants selon le temps d'accès au lieu le plus proche"
    said = ", ".join(f"{bar.written} {bar.label.lower()}" for bar in bars)
    return figure(
        draw_bars(title, bars),
        f"Habitants loin d'un lieu d'aide : {said}.",
        ChartTable(title, ("Temps d'accès", "Habitants"), [(b.label, b.written) for b in bars]),
        f"Îles sans lieu comprises ; {travel}.",
    )
