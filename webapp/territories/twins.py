"""Territories alike: which they are, what makes them alike, and the gaps to their median."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.french import NBSP
from carto.typography import thin_thousands, typeset

Row = Mapping[str, Any]

_POINTS = "points"
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
    """An indicator compared with the twins.

    Attributes
    ----------
    label
        Its name; `{limit}` stands for the travel time beyond which supply is in alert.
    decimals
        Of a value and of a gap, so that the gap is the difference of the values shown.
    unit, gap_unit
        Of a value; of a gap, where it is another.
    scale
        What a value is multiplied by to be shown: 100 for a share.
    """

    label: str
    decimals: int
    unit: str
    gap_unit: str = ""
    scale: int = 1

    def write(self, value: float) -> str:
        """Write a value."""
        if self.scale == 100:
            return french.percent(value, self.decimals)
        return french.number(value, self.decimals, self.unit)

    def gap(self, value: float, median: float) -> str:
        """Write the gap between two values as they are shown, with its sign; none has no sign."""
        shown, beside = (self._shown(one) for one in (value, median))
        apart = french.rounded(shown - beside, self.decimals)
        sign = f"−{NBSP}" if apart < 0 else f"+{NBSP}" if apart > 0 else ""
        unit = self.gap_unit or self.unit
        if unit == _POINTS and abs(apart) < 2:
            unit = "point"
        return sign + french.number(abs(apart), self.decimals, unit)

    def _shown(self, value: float) -> float:
        """Round a value as it is shown."""
        decimals = self.decimals + (2 if self.scale == 100 else 0)
        return self.scale * french.rounded(value, decimals)


INDICATORS = {
    "taux_couverture_ftth": Compared("Couverture par la fibre", 1, "%", _POINTS, 100),
    "nearest_site_min": Compared("Temps d'accès", 1, "min"),
    "population_beyond_time_share": Compared("Habitants à plus de {limit}", 1, "%", _POINTS, 100),
    "accessibility": Compared("Offre accessible", 2, "h"),
    "sites_per_10000": Compared("Lieux pour 10 000 habitants", 2, ""),
    "need": Compared("Besoin", 1, "sur 10", _POINTS),
    "score": Compared("Score", 1, "sur 100", _POINTS),
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
    twins: Sequence[Row], gaps: Sequence[Row], names: Mapping[str, str], limit: str
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
    limit
        Travel time beyond which supply is in alert, written.

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
        tuple(_gap(INDICATORS[name], known[name], limit) for name in INDICATORS if name in known),
        f"Comparables{NBSP}: leur médiane. Ce sont {alike_rule(row)}",
    )


def _gap(compared: Compared, row: Row, limit: str) -> Gap:
    """Write a value, the median of the twins and the gap."""
    return Gap(
        thin_thousands(typeset(compared.label.format(limit=limit))),
        compared.write(row["value"]),
        compared.write(row["twins_median"]),
        compared.gap(row["value"], row["twins_median"]),
    )


def alike_rule(row: Row) -> str:
    """Say what makes twins alike, and among how many they were sought.

    Parameters
    ----------
    row
        A row of the table `twins`.

    Returns
    -------
    str
        French sentences that start with a small letter: « les plus proches par… ».
    """
    *others, last = [CRITERIA[name] for name in row["criteria"].split("|")]
    criteria = f"{', '.join(others)} et {last}" if others else last
    kind = "communes" if row["type"] == "commune" else "intercommunalités"
    return typeset(
        f"les plus proches par {criteria}, parmi {french.number(row['compared_count'])} {kind} de "
        "ces données. Se ressembler n'est pas un classement : c'est un point de repère."
    )
