"""Where the fibre of a commune is going: the pace of its rollout, and the end of copper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.charts.trend import Moment, draw_trend
from carto.drawing.wording import threshold
from carto.flags import MEANINGS
from carto.french import NBSP
from carto.typography import typeset
from carto.vocabulary import COPPER_WORDS
from webapp.views.provenance import Facts, credit

Row = Mapping[str, Any]

LONG = "au-delà de trois ans"


@dataclass(frozen=True)
class Outlook:
    """What is known of the network to come.

    Attributes
    ----------
    lines
        Sentences on the pace of the fibre.
    chart
        Observed and projected rates, drawn; empty when nothing is projected.
    copper
        Sentences on the closure of copper; empty without a calendar.
    source
        Producer and date.
    """

    lines: tuple[str, ...]
    chart: str
    copper: tuple[str, ...]
    source: str


def fibre_outlook(row: Row, projected: Sequence[Row], facts: Facts) -> Outlook:
    """Say where the fibre of a commune is going.

    Parameters
    ----------
    row
        Row of `communes`.
    projected
        Its rows of the table `projections`, by rising horizon.
    facts
        Facts of the snapshot.
    """
    parameters = facts["method"]["parameters"]
    target = parameters["projection"]["targets"][0]
    copper = tuple(map(typeset, _copper(row, parameters["alerts"]["fibre_pct"])))
    is_known = bool(copper) or row.get("taux_couverture_ftth") is not None
    return Outlook(
        tuple(map(typeset, _pace(row, projected, target))),
        _chart(row, projected, target),
        copper,
        typeset(credit(facts, "fibre", "fibre_history", "cuivre")) if is_known else "",
    )


def _pace(row: Row, projected: Sequence[Row], target: float) -> Iterator[str]:
    """Say when the target would be reached at the pace of the last year, or why nobody knows."""
    status = row.get("projection_status")
    goal = french.percent(target, 0)
    if status == "atteinte":
        yield f"La couverture a déjà atteint {goal}."
    elif status == "A_L_ARRET":
        yield (
            "Aucun nouveau local n'est devenu raccordable depuis un an : à ce rythme, aucune date "
            "ne peut être donnée."
        )
    elif status == "estimee":
        yield from _dates(row, goal)
        if projected:
            end = projected[-1]
            yield (
                f"Au {french.quarter(end['quarter'])}, il resterait "
                f"{french.plural(round(end['locaux_restants']), 'local', 'locaux')} à raccorder."
            )
        yield "C'est une estimation au rythme de la dernière année, pas un engagement d'opérateur."
    else:
        why = MEANINGS.get(row["reasons"].get("fibre_95_quarter", ""), "")
        yield f"Aucune date ne peut être estimée. {why}".strip()


def _dates(row: Row, goal: str) -> Iterator[str]:
    """Write the date of the target with its bounds."""
    when, low, high = (row.get(f"fibre_95_quarter{end}") for end in ("", "_low", "_high"))
    if when is None:
        yield f"À ce rythme, {goal} de couverture serait atteint {LONG}."
        return
    latest = LONG if high is None else f"le {french.quarter(high)}"
    earliest = "" if low is None else f", entre le {french.quarter(low)} et {latest}"
    yield (
        f"À ce rythme, {goal} de couverture serait atteint au {french.quarter(when)}{earliest} "
        "(huit fois sur dix)."
    )


def _chart(row: Row, projected: Sequence[Row], target: float) -> str:
    """Draw the last known rate and the projection."""
    rate, quarter = row["taux_couverture_ftth"], row["fibre_quarter"]
    if not projected or rate is None or quarter is None:
        return ""
    moments = [
        Moment(one["quarter"], one["rate"], one["rate_low"], one["rate_high"]) for one in projected
    ]
    last = moments[-1]
    return figure(
        draw_trend(f"Fibre{NBSP}: {row['nom']}", [Moment(quarter, rate)], moments, target),
        f"De {french.percent(rate)} au {french.quarter(quarter)} à {french.percent(last.share)}, "
        f"estimés, au {french.quarter(last.quarter)}.",
        ChartTable(
            "Couverture estimée au rythme de la dernière année",
            ("Trimestre", "Estimation", "Au moins", "Au plus"),
            [_moment_cells(moment) for moment in moments],
        ),
    )


def _moment_cells(moment: Moment) -> tuple[str, ...]:
    """Write a quarter to come, its rate and its bounds."""
    rates = (moment.share, moment.low, moment.high)
    return (french.quarter(moment.quarter), *(french.percent(rate) for rate in rates))


def _copper(row: Row, limit: float) -> Iterator[str]:
    """Say when copper closes, and what it means here; nothing without a calendar."""
    copper_class = row.get("copper_class")
    if copper_class is None:
        return
    yield COPPER_WORDS[copper_class]
    if row.get("fermeture_technique") is not None:
        yield f"Fermeture technique prévue : {french.date(row['fermeture_technique'])}."
    if row["locaux_restants"] is not None:
        left = french.plural(row["locaux_restants"], "local", "locaux")
        yield (
            f"Il reste {left} à raccorder. Le seuil de {threshold(limit)} % n'est pas une "
            "définition légale de la complétude."
        )
