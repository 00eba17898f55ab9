"""The quarters of a map as a reader chooses them: a list, two links, a track with its gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from carto import french
from carto.drawing.indicators.data_classes import THRESHOLDS
from carto.quarters import quarter_at, rank_of
from carto.typography import typeset
from webapp.maps.fibre_history import FibreHistory
from webapp.maps.quarters import DATED, GAIN
from webapp.views.state import MapState

TRACK_WIDTH = 1000


@dataclass(frozen=True)
class Choice:
    """A quarter in a list: its value in addresses, empty for the usual one, and its words."""

    value: str
    quarter: str
    words: str
    is_chosen: bool


@dataclass(frozen=True)
class Tick:
    """A quarter on the track, from 0 to `TRACK_WIDTH`, with data or without."""

    x: float
    has_data: bool


@dataclass(frozen=True)
class TimeBar:
    """The choice of a quarter.

    Attributes
    ----------
    quarters
        Those with data, in the order of time.
    befores
        Those that the chosen one may be compared with; only for an evolution.
    previous, following
        Addresses of the map one quarter earlier and later; empty at the ends.
    chosen
        The quarter shown, in words.
    ticks
        Every quarter from the first to the last known.
    gaps
        How many of them are known and how many are not, in words; empty when all are known.
    series
        Which series tells the quarter, when it is not the one of today; empty otherwise.
    can_slide
        Whether quarters can be run through: not when classes are made from the values of each.
    """

    quarters: tuple[Choice, ...]
    befores: tuple[Choice, ...]
    previous: str
    following: str
    chosen: str
    ticks: tuple[Tick, ...]
    gaps: str
    series: str
    can_slide: bool


def time_bar(state: MapState, known: FibreHistory, path: str) -> TimeBar | None:
    """Describe the quarters that a reader may choose.

    Parameters
    ----------
    state
        Settled state of a map that shows the network.
    known
        Quarters of the fibre of the territory.
    path
        Page of the map.

    Returns
    -------
    TimeBar or None
        None with one quarter only.
    """
    quarters = choosable(state.indicator, known)
    if len(quarters) < 2:
        return None
    last = known.quarters[-1]
    shown = state.quarter or last
    place = quarters.index(shown)
    urls = [_url(state, quarter, last, path) for quarter in quarters]
    return TimeBar(
        quarters=tuple(_choice(quarter, shown, last) for quarter in quarters),
        befores=_befores(state, known, shown),
        previous=urls[place - 1] if place else "",
        following=urls[place + 1] if place + 1 < len(quarters) else "",
        chosen=french.quarter(shown),
        ticks=_ticks(quarters),
        gaps=_gaps(quarters),
        series=_series(known, shown),
        can_slide=state.method == THRESHOLDS,
    )


def choosable(indicator_id: str, known: FibreHistory) -> tuple[str, ...]:
    """List the quarters to choose from; for an evolution, those with an earlier one to start from.

    Parameters
    ----------
    indicator_id
        An indicator of the network.
    known
        Quarters of the fibre.
    """
    if indicator_id == GAIN:
        return tuple(quarter for quarter in known.quarters if known.befores(quarter))
    return known.quarters


def past_only_words(state: MapState) -> str:
    """Say that the chosen quarter does not change what is shown; empty when it does."""
    if state.quarter is None or state.indicator in DATED:
        return ""
    return typeset(
        f"Le trimestre choisi ({french.quarter(state.quarter)}) ne change que la fibre, le reste à "
        "raccorder et l'évolution : cet indicateur montre les dernières données."
    )


def values_query(state: MapState) -> str:
    """Write what the values of a map depend on, as the end of an address.

    >>> values_query(MapState(quarter="2021-T2")), values_query(MapState())
    ('&t=2021-T2', '')
    """
    asked = {"t": state.quarter, "t2": state.before}
    if state.method != THRESHOLDS:
        asked["classes"] = state.method
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"&{query}" if query else ""


def _choice(quarter: str, shown: str, usual: str) -> Choice:
    """Write a quarter of a list."""
    value = "" if quarter == usual else quarter
    return Choice(value, quarter, french.quarter(quarter), quarter == shown)


def _befores(state: MapState, known: FibreHistory, shown: str) -> tuple[Choice, ...]:
    """Quarters to compare with."""
    usual = known.usual_before(shown)
    if state.indicator != GAIN or usual is None:
        return ()
    chosen = state.before or usual
    return tuple(_choice(quarter, chosen, usual) for quarter in known.befores(shown))


def _url(state: MapState, quarter: str, last: str, path: str) -> str:
    """Address of the map at another quarter."""
    asked = None if quarter == last else quarter
    return replace(state, quarter=asked, before=None).url(path)


def _every(quarters: tuple[str, ...]) -> Iterable[str]:
    """Quarters from the first to the last, known or not."""
    return map(quarter_at, range(rank_of(quarters[0]), rank_of(quarters[-1]) + 1))


def _ticks(quarters: tuple[str, ...]) -> tuple[Tick, ...]:
    """Place every quarter on the track, evenly in time."""
    every = list(_every(quarters))
    step = TRACK_WIDTH / (len(every) - 1)
    return tuple(Tick(round(place * step, 1), one in quarters) for place, one in enumerate(every))


def _gaps(quarters: tuple[str, ...]) -> str:
    """Count the quarters without data."""
    missing = sum(one not in quarters for one in _every(quarters))
    if not missing:
        return ""
    known = french.plural(len(quarters), "trimestre connu", "trimestres connus")
    return typeset(f"{known} (traits de la frise), {french.number(missing)} sans donnée (points).")


def _series(known: FibreHistory, shown: str) -> str:
    """Say that a quarter is told by the series whose premises are of one date."""
    if known.is_historical(shown) == known.is_historical(known.quarters[-1]):
        return ""
    if known.is_historical(shown):
        return typeset(
            "Série historique : une seule estimation des locaux sert à tous ses trimestres ; ses "
            "taux ne se comparent pas à ceux des relevés plus récents."
        )
    return typeset("Relevé du trimestre : il ne se compare pas à la série historique.")
