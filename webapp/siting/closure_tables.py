"""The tables of a withdrawal: the places that go, the communes that lose by it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto import french
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.closing.closure import OUT_OF_REACH_MIN
from carto.planning.closing.closure_effect import Loss, nearest_left
from carto.planning.grounds.ground import Ground
from webapp.siting.plan import (
    Cell,
    Column,
    PlanTable,
    commune_cell,
    minutes_cell,
    number_cell,
    said,
)

Integers = NDArray[np.int64]


def closure_tables(ground: Ground, loss: Loss, gone: Integers) -> tuple[PlanTable, ...]:
    """List the places that go, if any, then the communes that lose.

    Parameters
    ----------
    ground
        Of the territory.
    loss
        What the withdrawal costs.
    gone
        Positions of the places that go.
    """
    losers = _losers(ground, loss, gone)
    return (_gone(ground, gone), losers) if len(gone) else (losers,)


def _gone(ground: Ground, gone: Integers) -> PlanTable:
    """List the places that go."""
    names = dict(zip(ground.codes.tolist(), ground.names.tolist(), strict=True))
    return PlanTable(
        name="lieux",
        title="Les lieux retirés",
        caption="Lieux retirés, et ce qui reste dans leur commune",
        columns=(
            Column("Lieu"),
            Column("Commune"),
            Column("Heures par semaine", is_number=True),
            Column("Autres lieux dans la commune", is_number=True),
        ),
        rows=tuple(_place_row(ground, place, gone, names) for place in gone.tolist()),
        note=said("Les heures qui ne sont pas publiées sont estimées : sa fiche le dit."),
    )


def _losers(ground: Ground, loss: Loss, gone: Integers) -> PlanTable:
    """List the communes that are farther from a place, or have fewer hours within reach."""
    losers = np.flatnonzero(loss.is_farther | loss.has_less)
    order = sorted(losers.tolist(), key=lambda at: _rank(loss, at))
    nearest = nearest_left(ground, gone)
    return PlanTable(
        name="communes",
        title="Qui perdrait, et combien",
        caption=said(_caption(len(order))),
        columns=(
            Column("Commune"),
            Column("Habitants", is_number=True),
            Column("Trajet aujourd'hui (min)", is_number=True),
            Column("Ensuite (min)", is_number=True),
            Column("Heures à portée aujourd'hui", is_number=True),
            Column("Ensuite", is_number=True),
            Column("Lieu le plus proche ensuite"),
        ),
        rows=tuple(_commune_row(ground, loss, int(nearest[at]), at) for at in order),
        note=said(
            "Heures à portée : heures d'aide par semaine pour 1 000 habitants, selon ce que "
            "chacun peut atteindre. Minutes : estimation, pas un itinéraire."
        ),
        empty=said(
            "Aucune commune : ni le trajet ni les heures à portée ne changent assez pour être "
            "sentis."
        ),
    )


def _rank(loss: Loss, at: int) -> tuple[float, float, int]:
    """Put first those whose people lose most minutes, the cut off before all, then most hours."""
    # Nobody, or nobody knows how many, times no way is no number.
    minutes = min(float(loss.added[at]), OUT_OF_REACH_MIN) if loss.is_farther[at] else 0.0
    hours = float(np.nan_to_num(loss.access_before[at] - loss.access_after[at]))
    return -minutes * loss.people[at], -hours * loss.people[at], at


def _caption(count: int) -> str:
    """Say in which order communes are, and whether all are shown."""
    order = "d'abord celles dont les habitants perdent le plus de minutes, puis d'heures"
    if count > PlanTable.MOST_SHOWN:
        return f"Les {PlanTable.MOST_SHOWN} premières communes sur {count} : {order}"
    return f"{french.plural(count, 'commune')} : {order}"


def _place_row(
    ground: Ground, place: int, gone: Integers, names: dict[str, str]
) -> tuple[Cell, ...]:
    """Describe a place that goes."""
    commune = str(ground.place_communes[place])
    others = (ground.place_communes == commune).sum() - (
        ground.place_communes[gone] == commune
    ).sum()
    return (
        Cell(str(ground.place_names[place])),
        commune_cell(commune, names.get(commune, commune)),
        number_cell(float(ground.hours[place]) / WEEKS_PER_YEAR, 1),
        number_cell(float(others)),
    )


def _commune_row(ground: Ground, loss: Loss, nearest: int, at: int) -> tuple[Cell, ...]:
    """Describe a commune that loses, in the perimeter or around."""
    name, code = str(ground.names[at]), str(ground.codes[at])
    return (
        commune_cell(code, name) if ground.is_inside[at] else Cell(f"{name} (hors territoire)"),
        number_cell(float(ground.people[at])),
        minutes_cell(float(loss.before[at])),
        minutes_cell(float(loss.after[at])),
        number_cell(float(loss.access_before[at]), 2),
        number_cell(float(loss.access_after[at]), 2),
        Cell(str(ground.place_names[nearest]) if nearest >= 0 else "aucun par la route"),
    )
