"""France as the home page shows it: sums of its départements, its map, its régions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import REGIONS
from carto.drawing.country_map import country_legend, share_of
from carto.french import NBSP
from carto.verdict.territory_sentence import territory_sentence
from webapp.views.legends import LegendLine
from carto.folding import folded

Row = Mapping[str, Any]

SUMMED = (
    *("communes_count", "communes_expected", "communes_underserved"),
    *("communes_verdict_2", "communes_verdict_3", "communes_verdict_indetermine"),
    *("population", "population_underserved"),
    *("locaux", "locaux_raccordables", "locaux_restants", "sites_count", "hours_per_week"),
)
BAR_WIDTH = 100


@dataclass(frozen=True)
class DepartementLine:
    """A département in the list of those of its région."""

    code: str
    nom: str
    underserved: str
    share: str


@dataclass(frozen=True)
class RegionLines:
    """A région and its départements."""

    nom: str
    departements: tuple[DepartementLine, ...]


def country_row(departements: Iterable[Row]) -> dict[str, Any]:
    """Add the départements up to France.

    Parameters
    ----------
    departements
        Rows of `departement`.

    Returns
    -------
    dict
        Each column of `SUMMED`: None as soon as one département does not know it. The coverage
        `taux_couverture_ftth` is the ratio of the sums, never a mean of rates. `sentence` says
        the finding.
    """
    rows = list(departements)
    row: dict[str, Any] = {name: _sum(name, rows) for name in SUMMED}
    able, all_ = row["locaux_raccordables"], row["locaux"]
    row["taux_couverture_ftth"] = able / all_ if able is not None and all_ else None
    return row | {"nom": "France", "sentence": territory_sentence("France", row)}


def country_legend_lines(departements: Sequence[Row]) -> list[LegendLine]:
    """Put the legend of the map of France in words; bars are shares of the départements."""
    entries = country_legend(departements)
    return [
        LegendLine(
            index="" if entry.index is None else str(entry.index),
            key=entry.key,
            label=entry.label,
            colour=entry.colour,
            is_worst=False,
            is_missing=entry.index is None,
            communes=french.plural(entry.communes, "département"),
            people=f"{french.number(entry.population)}{NBSP}hab." if entry.communes else "",
            bar=round(BAR_WIDTH * entry.communes / max(1, len(departements))),
        )
        for entry in entries
        if entry.index is not None or entry.communes
    ]


def regions(departements: Iterable[Row]) -> list[RegionLines]:
    """List the départements by région, both by name."""
    lines: dict[str, list[DepartementLine]] = {}
    for row in sorted(departements, key=lambda row: folded(row["nom"])):
        nom = REGIONS.get(row["region"], "Hors région")
        lines.setdefault(nom, []).append(_line(row))
    return [
        RegionLines(nom, tuple(members))
        for nom, members in sorted(lines.items(), key=lambda pair: folded(pair[0]))
    ]


def _line(row: Row) -> DepartementLine:
    """Put a département in words."""
    return DepartementLine(
        code=row["code_departement"],
        nom=row["nom"],
        underserved=french.number(row["communes_underserved"]),
        share=french.percent(share_of(row).share),
    )


def _sum(name: str, rows: Sequence[Row]) -> float | None:
    """Sum a column; None when a row does not know it."""
    values = [row[name] for row in rows]
    return None if None in values else sum(values)
