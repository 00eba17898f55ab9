"""The page of a territory: its parts, its communes to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any

from carto import french
from carto.drawing.indicators.unit_indicators import underserved_share
from carto.drawing.indicators.units import EPCI, Unit
from webapp.links import territory_page

Row = Mapping[str, Any]

FIRST_COMMUNES = 12


@dataclass(frozen=True)
class Step:
    """One step of the breadcrumb; without a path it is only named."""

    nom: str
    path: str = ""


@dataclass(frozen=True)
class Part:
    """A territory in the table of a wider one."""

    path: str
    nom: str
    communes: str
    underserved: str
    share: str
    fibre: str
    minutes: str
    beyond: str


@dataclass(frozen=True)
class PartTable:
    """The territories of one kind that make up a wider one.

    Attributes
    ----------
    unit
        What they are.
    parts
        In order of attention.
    """

    unit: Unit
    parts: tuple[Part, ...]


def first_communes(rows: Iterable[Row]) -> list[Row]:
    """List the communes to look at first: worst class, then highest score, then name.

    An undecided commune stands by the lowest class it may still take.
    """
    return nsmallest(FIRST_COMMUNES, rows, key=urgency)


def parts(rows: Iterable[Row], unit: Unit = EPCI) -> list[Part]:
    """List territories, those with most under-served communes first, then by name.

    Parameters
    ----------
    rows
        Their published rows.
    unit
        What they are.
    """
    ordered = sorted(rows, key=lambda row: (-row["communes_underserved"], row["nom"]))
    return [
        Part(
            path=territory_page(unit.type, unit.code(row)),
            nom=row["nom"],
            communes=french.number(row["communes_count"]),
            underserved=french.number(row["communes_underserved"]),
            share=french.percent(underserved_share(row)),
            fibre=french.percent(row["taux_couverture_ftth"]),
            minutes=french.number(row["nearest_site_min"], 1, "min"),
            beyond=french.percent(row["population_beyond_time_share"]),
        )
        for row in ordered
    ]


def urgency(row: Row) -> tuple[int, float, str]:
    """Order of attention: worst class first, then highest score, then name."""
    low = -1 if row["verdict_low"] is None else row["verdict_low"]
    score = -1.0 if row["score"] is None else row["score"]
    return -low, -score, row["nom"]
