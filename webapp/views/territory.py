"""The page of a département or an EPCI: its breadcrumb, its parts, its communes to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import REGIONS, departement_name, region_of

Row = Mapping[str, Any]

FIRST_COMMUNES = 12


@dataclass(frozen=True)
class Step:
    """One step of the breadcrumb; without a path it is only named."""

    nom: str
    path: str = ""


@dataclass(frozen=True)
class Part:
    """An EPCI in the table of a département."""

    path: str
    nom: str
    communes: str
    underserved: str
    fibre: str
    minutes: str
    beyond: str


def departement_trail(row: Row, home: str = "") -> list[Step]:
    """Breadcrumb of a département; `home` is the page of France, when there is one."""
    return [Step("France", home), *_region(row["region"]), Step(row["nom"])]


def epci_trail(row: Row, departements: Mapping[str, Row], home: str = "") -> list[Step]:
    """Breadcrumb of an EPCI, through its first département."""
    code = row["departements"].split("|")[0]
    return [Step("France", home), *_above(code, departements), Step(row["nom"])]


def commune_trail(row: Row, departements: Mapping[str, Row], home: str = "") -> list[Step]:
    """Breadcrumb of a commune, through its EPCI when it has one."""
    steps = [Step("France", home), *_above(row["departement"], departements)]
    if row["siren_epci"] is not None:
        steps.append(Step(row["nom_epci"], f"/epci/{row['siren_epci']}"))
    return [*steps, Step(row["nom"])]


def first_communes(rows: Iterable[Row]) -> list[Row]:
    """List the communes to look at first: worst class, then highest score, then name.

    An undecided commune stands by the lowest class it may still take.
    """
    return sorted(rows, key=urgency)[:FIRST_COMMUNES]


def parts(rows: Iterable[Row]) -> list[Part]:
    """List EPCI by number of under-served communes, then name."""
    ordered = sorted(rows, key=lambda row: (-row["communes_underserved"], row["nom"]))
    return [
        Part(
            path=f"/epci/{row['siren_epci']}",
            nom=row["nom"],
            communes=french.number(row["communes_count"]),
            underserved=french.number(row["communes_underserved"]),
            fibre=french.percent(row["taux_couverture_ftth"]),
            minutes=french.number(row["nearest_site_min"], 1, "min"),
            beyond=french.percent(row["population_beyond_time_share"]),
        )
        for row in ordered
    ]


def bounds_of(members: Sequence[Row]) -> str:
    """Write the west, south, east and north of the points of communes, for the first view."""
    longitudes = [row["longitude"] for row in members]
    latitudes = [row["latitude"] for row in members]
    box = (min(longitudes), min(latitudes), max(longitudes), max(latitudes))
    return ",".join(f"{value:.5f}" for value in box)


def urgency(row: Row) -> tuple[int, float, str]:
    """Order of attention: worst class first, then highest score, then name."""
    low = -1 if row["verdict_low"] is None else row["verdict_low"]
    score = -1.0 if row["score"] is None else row["score"]
    return -low, -score, row["nom"]


def _region(code: str | None) -> list[Step]:
    return [Step(REGIONS[code])] if code in REGIONS else []


def _above(code: str, departements: Mapping[str, Row]) -> list[Step]:
    """Région and département above a smaller territory; linked when it has a page."""
    path = f"/departement/{code}" if code in departements else ""
    return [*_region(region_of(code)), Step(departement_name(code), path)]
