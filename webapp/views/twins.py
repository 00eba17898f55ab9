"""Territories alike: which they are, what makes them alike, and the gaps to their median."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.french import NBSP
from carto.typography import typeset

Row = Mapping[str, Any]

CRITERIA = {
    "population": "la population",
    "densite": "la densité",
    "densite_classe": "la classe de densité (INSEE)",
    "frr": "la part en zone rurale (FRR)",
    "people_65": "la part des 65 ans et plus",
    "age_score": "l'âge de la population",
}


@dataclass(frozen=True)
class Compared:
    """An indicator compared with the twins: its name, how values and gaps are written."""

    label: str
    write: Callable[[float], str]
    gap: Callable[[float], str]


def _signed(value: float, decimals: int, unit: str) -> str:
    """Write a gap with its sign; no gap has none."""
    shown = round(value, decimals)
    sign = f"−{NBSP}" if shown < 0 else f"+{NBSP}" if shown > 0 else ""
    return sign + french.number(abs(value), decimals, unit)


def _measure(label: str, decimals: int, unit: str) -> Compared:
    """Make an indicator that is written as it is."""
    return Compared(
        label,
        lambda value: french.number(value, decimals, unit),
        lambda gap: _signed(gap, decimals, unit),
    )


def _share(label: str) -> Compared:
    """Make an indicator that is a share: a percentage, whose gap is in points."""
    return Compared(label, french.percent, lambda gap: _signed(100 * gap, 1, "points"))


INDICATORS = {
    "taux_couverture_ftth": _share("Couverture par la fibre"),
    "nearest_site_min": _measure("Temps d'accès", 1, "min"),
    "population_beyond_time_share": _share("Habitants trop loin d'un lieu"),
    "accessibility": _measure("Offre accessible", 2, "h"),
    "sites_per_10000": _measure("Lieux pour 10 000 habitants", 2, ""),
    "need": _measure("Besoin", 1, "sur 10"),
    "score": _measure("Score", 0, "sur 100"),
}


@dataclass(frozen=True)
class Twin:
    """A territory alike: its name and its page."""

    nom: str
    path: str


@dataclass(frozen=True)
class Gap:
    """One indicator beside the median of the territories alike."""

    label: str
    value: str
    median: str
    gap: str


@dataclass(frozen=True)
class TwinsBlock:
    """What a page says of the territories alike."""

    twins: tuple[Twin, ...]
    gaps: tuple[Gap, ...]
    rule: str


def twins_block(
    twins: Sequence[Row], gaps: Sequence[Row], names: Mapping[str, str]
) -> TwinsBlock | None:
    """Describe the twins of a territory.

    Parameters
    ----------
    twins
        Its rows of the table `twins`, one or none.
    gaps
        Its rows of the table `twin_gaps`.
    names
        Name of each territory of its type, by code.

    Returns
    -------
    TwinsBlock or None
        None when it has no twin.
    """
    if not twins or not twins[0]["twins"]:
        return None
    (row,) = twins
    known = {gap["indicator"]: gap for gap in gaps}
    return TwinsBlock(
        tuple(Twin(names[code], f"/{row['type']}/{code}") for code in row["twins"].split("|")),
        tuple(_gap(INDICATORS[name], known[name]) for name in INDICATORS if name in known),
        typeset(_rule(row)),
    )


def _gap(compared: Compared, row: Row) -> Gap:
    """Write a value, the median of the twins and the gap."""
    return Gap(
        typeset(compared.label),
        compared.write(row["value"]),
        compared.write(row["twins_median"]),
        compared.gap(row["gap"]),
    )


def _rule(row: Row) -> str:
    """Say what makes them alike, and among how many they were sought."""
    *others, last = [CRITERIA[name] for name in row["criteria"].split("|")]
    criteria = f"{', '.join(others)} et {last}" if others else last
    kind = "communes" if row["type"] == "commune" else "intercommunalités"
    return (
        f"Les plus proches par {criteria}, parmi {french.number(row['compared_count'])} {kind} de "
        "ces données. Se ressembler n'est pas un classement : c'est un point de repère."
    )
