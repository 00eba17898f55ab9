"""Who a territory is compared with: the one above it, France, the median of those alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.codes import FRANCE_CODE, is_one_departement
from carto.drawing.charts.strip import SHAPES

Row = Mapping[str, Any]
Level = Callable[[str], Mapping[str, Row]]

_, ABOVE, COUNTRY, ALIKE = SHAPES
_ALIKE_NAME = "Comparables (médiane)"


@dataclass(frozen=True)
class Reference:
    """A territory to compare with, and the shape that stands for it on a strip.

    Its type and code are empty when it is no territory but the median of several.
    """

    nom: str
    row: Row
    shape: str
    type: str = ""
    code: str = ""


def references_of(
    type_: str, row: Row, level: Level, gaps: Sequence[Row] = ()
) -> tuple[Reference, ...]:
    """List the territories to compare one with, from the closest.

    Parameters
    ----------
    type_
        Its type, as in addresses.
    row
        Its published row.
    level
        Gives the published territories of a type, by code.
    gaps
        Its rows of the table `twin_gaps`; none when it has no twins.

    Returns
    -------
    tuple of Reference
        The département (or région, unless it is the same land) above it, France, and the twins,
        each where it is published;
        for a commune of neither, its intercommunalité.
    """
    larger = [
        Reference(str(found["nom"]), found, shape, *above)
        for above, shape in _above(type_, row)
        if (found := level(above[0]).get(above[1])) is not None
    ]
    if not larger and type_ == "commune":
        siren = row["siren_epci"] or ""
        epci = level("epci").get(siren)
        larger = [] if epci is None else [Reference(str(epci["nom"]), epci, ABOVE, "epci", siren)]
    medians = {gap["indicator"]: gap["twins_median"] for gap in gaps}
    alike = [Reference(_ALIKE_NAME, medians, ALIKE)] if medians else []
    return (*larger, *alike)


def _above(type_: str, row: Row) -> Iterator[tuple[tuple[str, str], str]]:
    """Type and code of the territories that hold another one, with their shapes."""
    region = row.get("region")
    if type_ == "commune":
        yield ("departement", row["departement"]), ABOVE
    elif type_ in {"epci", "groupe"}:
        yield ("departement", row["departements"].split("|")[0]), ABOVE
    elif type_ == "departement" and region is not None and not is_one_departement(region):
        yield ("region", region), ABOVE
    if type_ != "france":
        yield ("france", FRANCE_CODE), COUNTRY
