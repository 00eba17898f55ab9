"""What the methods say of a commune beyond its verdict: type, solidity, network, comparisons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import FRANCE_CODE
from carto.reference import PERCENTS
from carto.standing import position
from carto.typography import typeset
from carto.vocabulary import TERRITORY_TYPES, TerritoryType
from webapp.communes.steadiness import Steadiness, steadiness
from webapp.territories.fibre_outlook import Outlook, fibre_outlook
from webapp.territories.twins import TwinsBlock, twins_block
from webapp.views.provenance import Facts, time_limit

Row = Mapping[str, Any]
# Rows of a complement that begin with a key.
Details = Callable[..., Sequence[Row]]

# Indicators placed among the people of France: what less of it is called, and more of it.
PLACED = {
    "nearest_site_min": ("vivent plus près d'un lieu d'aide", "vivent plus loin d'un lieu d'aide"),
    "accessibility": ("ont moins d'aide accessible", "ont plus d'aide accessible"),
    "need": ("vivent où le besoin est plus faible", "vivent où le besoin est plus fort"),
}

ALERTS = {
    "alert_offre": "l'offre",
    "alert_besoin": "le besoin",
    "alert_connectivite": "la connectivité",
}


@dataclass(frozen=True)
class CommuneStudy:
    """What the page of a commune shows below its criteria.

    Attributes
    ----------
    type_
        Type of the commune; None when an alert is unknown or nobody lives there.
    untyped
        Why it has no type; empty when it has one.
    steadiness
        How far its verdict holds.
    outlook
        Where its network is going.
    clusters
        Sentences on its likeness to its neighbours; empty when chance explains it.
    standings
        Sentences that place it among the people of France.
    twins
        Communes alike; None when there is none.
    """

    type_: TerritoryType | None
    untyped: str
    steadiness: Steadiness
    outlook: Outlook
    clusters: tuple[str, ...]
    standings: tuple[str, ...]
    twins: TwinsBlock | None


def commune_study(
    row: Row, details: Details, facts: Facts, names: Mapping[str, str]
) -> CommuneStudy:
    """Gather the study of a commune.

    Parameters
    ----------
    row
        Row of `communes`.
    details
        Gives the rows of a complement that begin with a key.
    facts
        Facts of the snapshot.
    names
        Names of the communes by code.
    """
    code = row["code_insee"]
    type_ = TERRITORY_TYPES.get(row.get("typology") or "")
    return CommuneStudy(
        type_,
        "" if type_ else typeset(_untyped(row)),
        steadiness(row, details("robustness", code), facts, names),
        fibre_outlook(row, details("projections", code), facts),
        tuple(_clusters(details("clusters", code))),
        tuple(map(typeset, _standings(row, details("reference_quantiles", "france", FRANCE_CODE)))),
        twins_block(
            details("twins", "commune", code),
            details("twin_gaps", "commune", code),
            names,
            time_limit(facts),
        ),
    )


def _untyped(row: Row) -> str:
    """Say why a commune has no type."""
    unknown = [words for column, words in ALERTS.items() if row.get(column) is None]
    if row["verdict"] == "sans_objet" or not unknown:
        return "la commune n'a aucun habitant."
    if len(unknown) == 1:
        return f"l'alerte sur {unknown[0]} est inconnue."
    return f"les alertes sur {', '.join(unknown[:-1])} et {unknown[-1]} sont inconnues."


def _clusters(rows: Sequence[Row]) -> Iterator[str]:
    """Say what the neighbours share with the commune more than chance would."""
    for row in rows:
        if row["is_significant"]:
            yield f"{french.capitalised(row['meaning'])}."


def _standings(row: Row, quantiles: Sequence[Row]) -> Iterator[str]:
    """Place the commune among the people of France, where that says something."""
    for reference in quantiles:
        words, value = PLACED.get(reference["indicator"]), row.get(reference["indicator"])
        if words is None or value is None:
            continue
        found = position(value, [reference[f"p{percent}"] for percent in PERCENTS])
        less, more = words
        share, side = (found.below, less) if found.below > found.above else (found.above, more)
        if share >= 50:
            yield (
                f"Au moins {french.number(share)} % des habitants de France {side} (référence "
                f"{reference['vintage']})."
            )
