"""Layers that were already old on the day of the build, with their dates.

A page has no clock: the age of a layer is counted to the day that the snapshot was made, which the
facts hold, so that a page never changes by itself.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from carto import french
from carto.quarters import quarter_of, rank_of
from carto.typography import typeset
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import Facts, layer_of, reader_of

MOST_QUARTERS = 2
LAYERS_WATCHED = ("fibre", *PLACE_SOURCES)


def late_layers(facts: Facts, *readers: str) -> str:
    """Say which of the fibre and the lists of places were old on the day of the build.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    readers
        Those of the sources to look at; without any, the fibre and every list of places.

    Returns
    -------
    str
        One sentence: fibre more than two quarters before the build, places more than a year; empty
        when all are recent.
    """
    built = str(facts["created"])[:10]
    latest = _latest(facts, readers or LAYERS_WATCHED)
    late = {reader: layer for reader, layer in latest.items() if _is_late(reader, layer[0], built)}
    if not late:
        return ""
    return typeset(f"Données déjà anciennes le {french.date(built)} : {' ; '.join(_ages(late))}.")


def _latest(facts: Facts, readers: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Date of each layer, that of its latest file, and its name."""
    latest: dict[str, tuple[str, str]] = {}
    for source in facts["sources"]:
        reader, date = reader_of(source), str(source["date"])
        if reader in readers and date > latest.get(reader, ("", ""))[0]:
            latest[reader] = date, layer_of(source)
    return latest


def _is_late(reader: str, date: str, built: str) -> bool:
    """Whether a layer was old on the day of the build.

    >>> [_is_late("fibre", date, "2026-11-22") for date in ("2026-03-31", "2026-06-30")]
    [True, False]
    >>> [_is_late("lieux", date, "2026-11-22") for date in ("2025-11-21", "2025-11-22")]
    [True, False]
    """
    if reader == "fibre":
        return rank_of(quarter_of(built)) - rank_of(quarter_of(date)) > MOST_QUARTERS
    day, then = (datetime.date.fromisoformat(one) for one in (built, date))
    return (then.year + 1, then.month, then.day) < (day.year, day.month, day.day)


def _ages(late: dict[str, tuple[str, str]]) -> Iterator[str]:
    """List the late layers after the age that each has passed; many lists are said in one."""
    if "fibre" in late:
        date, name = late["fibre"]
        yield f"{name} ({french.date(date)}), plus de deux trimestres avant"
    places = sorted(layer for reader, layer in late.items() if reader != "fibre")
    if not places:
        return
    (first, name), (last, _) = places[0], places[-1]
    if len(places) == 1:
        yield f"{name} ({french.date(first)}), plus d'un an avant"
    else:
        span = f"du {french.date(first)} au {french.date(last)}"
        yield f"{len(places)} listes de lieux ({span}), plus d'un an avant"
