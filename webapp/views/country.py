"""France as the home page lists it: its régions and their départements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import REGIONS
from carto.drawing.unit_indicators import underserved_share
from carto.folding import folded

Row = Mapping[str, Any]


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
        share=french.percent(underserved_share(row)),
    )
