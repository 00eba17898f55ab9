"""The charts of the page of a commune: over time, among others, and what its score is made of."""

from __future__ import annotations

from dataclasses import dataclass

from carto.drawing.indicators.classification import indicators_for
from webapp.communes.score_parts import score_parts
from webapp.maps.distribution import distributions
from webapp.maps.map_units import communes_of
from webapp.snapshots.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.snapshots.published_method import judging_parameters
from webapp.territories.fibre_curves import fibre_curves


@dataclass(frozen=True)
class CommuneCharts:
    """Charts as `<figure>` elements; empty where there is nothing to draw.

    Attributes
    ----------
    among
        Name of the territory whose communes it stands among.
    places
        Where it stands, one chart per measure.
    score
        What its score is made of.
    fibre
        Its coverage over the quarters.
    """

    among: str
    places: tuple[str, ...]
    score: str
    fibre: str


def commune_charts(snapshot: LoadedSnapshot, row: Row) -> CommuneCharts:
    """Draw the charts of a commune.

    Parameters
    ----------
    snapshot
        Where it is published.
    row
        Row of `communes`.
    """
    facts = snapshot.facts
    type_, code = _among(snapshot, row)
    communes = communes_of(snapshot, type_, code)
    return CommuneCharts(
        among=snapshot.territory(type_, code)["nom"],
        places=distributions(row, communes, indicators_for(facts), facts),
        score=score_parts(row, judging_parameters(facts)),
        fibre=fibre_curves(snapshot, COMMUNE, row["code_insee"]),
    )


def _among(snapshot: LoadedSnapshot, row: Row) -> tuple[str, str]:
    """Choose whose communes it stands among: its département's, else its EPCI's."""
    if row["is_in_scope"] and row["departement"] in snapshot.departements:
        return DEPARTEMENT, row["departement"]
    return (EPCI, row["siren_epci"]) if row["siren_epci"] else (COMMUNE, row["code_insee"])
