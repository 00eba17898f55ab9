"""The quarters of an address, made usable: what a reader asks for, and what the data have.

Only the network has a past: the other indicators are of the latest data whatever the quarter.
"""

from __future__ import annotations

from dataclasses import replace

from carto import french
from carto.typography import typeset
from webapp.maps.fibre_history import FibreHistory
from webapp.views.state import MapState

GAIN = "evolution"
DATED = ("fibre", "reste", GAIN)


def settle_quarters(state: MapState, history: FibreHistory) -> tuple[MapState, tuple[str, ...]]:
    """Replace the quarters of a state by ones that the data have.

    Parameters
    ----------
    state
        As its address says.
    history
        Fibre of the territory by quarter.

    Returns
    -------
    MapState
        `quarter` is None for the latest one, `before` None for the usual one; a difference asked
        of the fibre shows its evolution.
    tuple of str
        One French notice per quarter that was replaced.
    """
    if state.quarter is None and state.before is None and state.indicator != GAIN:
        return state, ()
    if not history.quarters:
        notices = () if state.quarter is None else (typeset("Aucun trimestre n'est connu ici."),)
        return replace(state, quarter=None, before=None), notices
    if state.before is not None and state.indicator in DATED:
        state = replace(state, indicator=GAIN if history.can_compare else state.indicator)
    state, of_quarter = _settle_quarter(state, history)
    of_before: tuple[str, ...] = ()
    if state.indicator == GAIN:
        state, of_before = _settle_before(state, history)
    return state, tuple(map(typeset, (*of_quarter, *of_before)))


def _settle_quarter(state: MapState, history: FibreHistory) -> tuple[MapState, tuple[str, ...]]:
    """Keep the quarter if it is known, else take the nearest earlier one."""
    known, asked = history.quarters, state.quarter
    if asked is None or asked == known[-1]:
        return replace(state, quarter=None), ()
    if asked in known:
        return state, ()
    found = max((one for one in known if one < asked), default=known[0])
    which = "précédent" if found < asked else "le plus ancien"
    notice = (
        f"Aucune donnée au {french.quarter(asked)} dans ce territoire : la carte montre le "
        f"trimestre {which}, le {french.quarter(found)}."
    )
    return replace(state, quarter=None if found == known[-1] else found), (notice,)


def _settle_before(state: MapState, history: FibreHistory) -> tuple[MapState, tuple[str, ...]]:
    """Keep the quarter compared with if it is earlier and of the same series."""
    quarter, asked = state.quarter or history.quarters[-1], state.before
    if not history.can_compare:
        notice = "Un seul trimestre est connu dans ce territoire : aucune évolution à montrer."
        return replace(state, before=None), (notice,)
    if asked is not None and asked > quarter and quarter in history.befores(asked):
        last = history.quarters[-1]
        turned = replace(state, quarter=None if asked == last else asked, before=quarter)
        return turned, ("Les deux trimestres ont été remis dans l'ordre du temps.",)
    usual = history.usual_before(quarter)
    if usual is None:
        latest = next(one for one in reversed(history.quarters) if history.befores(one))
        notice = (
            f"Aucun trimestre plus ancien ne se compare au {french.quarter(quarter)} : la carte "
            f"montre l'évolution jusqu'au {french.quarter(latest)}."
        )
        shown = None if latest == history.quarters[-1] else latest
        return replace(state, quarter=shown, before=None), (notice,)
    if asked is None or asked == usual:
        return replace(state, before=None), ()
    if asked in history.befores(quarter):
        return state, ()
    notice = (
        f"Le {french.quarter(asked)} ne se compare pas au {french.quarter(quarter)} : l'évolution "
        f"part du {french.quarter(usual)}."
    )
    return replace(state, before=None), (notice,)
