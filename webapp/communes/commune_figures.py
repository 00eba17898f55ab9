"""Key figures of a commune for the panel: the measures of its verdict, beside other territories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.french import NBSP
from carto.tables.shared import HOURS_RATE_UNIT
from webapp.territories.beside import compare
from webapp.territories.figures import Figure
from webapp.territories.references import Reference
from webapp.views.compared_measures import (
    FIBRE,
    NEED,
    SUPPLY,
    TIME,
    Measure,
    compared_measures,
)
from webapp.views.provenance import Facts, fibre_credit

Row = Mapping[str, Any]

_SIDES = {FIBRE: "sous", TIME: "au-delà de", SUPPLY: "sous", NEED: "à partir de"}


def commune_figures(
    row: Row, indicators: Mapping[str, Indicator], facts: Facts, references: Sequence[Reference]
) -> list[Figure]:
    """List the measures that the verdict of a commune rests on, in the order of its criteria.

    Parameters
    ----------
    row
        Row of `communes`.
    indicators
        The indicators of the snapshot, which write values as the map and the table do.
    facts
        Facts of the snapshot.
    references
        Territories to compare it with.
    """
    measures = {measure.id: measure for measure in compared_measures(facts)}
    return [
        Figure(
            label=indicators[id_].label,
            value=indicators[id_].text(row).replace(HOURS_RATE_UNIT, "h"),
            detail=_detail(measures[id_], row),
            source=fibre_credit(facts, row) if id_ == FIBRE else measures[id_].source,
            beside=compare(measures[id_], row["nom"], row, references, has_alert=True),
        )
        for id_ in (TIME, SUPPLY, NEED, FIBRE)
    ]


def _detail(measure: Measure, row: Row) -> str:
    """Say from where there is an alert, and what the value is a rate of."""
    alert = measure.alert_words.removeprefix("seuil ")
    words = f"alerte {_SIDES[measure.id]} {alert}"
    if measure.id == SUPPLY:
        return f"{HOURS_RATE_UNIT.removeprefix('h ')}{NBSP}; {words}"
    if measure.id == FIBRE and row["locaux_restants"] is not None:
        left = french.plural(row["locaux_restants"], "local", "locaux")
        return f"{left} à raccorder{NBSP}; {words}"
    return words
