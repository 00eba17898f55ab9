"""The form that filters places, with what it must keep of the state of its page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.places.place_questions import PlaceQuestions, place_questions
from webapp.views.place_filter import PlaceFilter
from webapp.views.state import MapState

Row = Mapping[str, Any]


@dataclass(frozen=True)
class PlaceForm:
    """A form that works by itself.

    Attributes
    ----------
    action
        Path of the page that it asks again.
    asked
        What may be asked, and how many places answer.
    kept
        Parameters of the page that are no filter of places.
    unfiltered
        Address of the same page with every place.
    communes
        Communes that distances may be counted from; none where that is not a choice.
    """

    action: str
    asked: PlaceQuestions
    kept: Mapping[str, str]
    unfiltered: str
    communes: tuple[Row, ...] = ()


def place_form(
    sites: Collection[Row],
    state: MapState,
    action: str,
    more: Mapping[str, str] | None = None,
    communes: Collection[Row] = (),
) -> PlaceForm:
    """Make the form that filters places on a page.

    Parameters
    ----------
    sites
        Rows of `sites`, before any filter.
    state
        State of the page.
    action
        Path of the page.
    more
        Parameters of the page besides its state.
    communes
        Communes to choose from, which replace the selected one.
    """
    others = dict(more or {})
    elsewhere = state.filtering(PlaceFilter())
    kept = (elsewhere.selecting(None) if communes else elsewhere).query() | others
    return PlaceForm(
        action,
        place_questions(sites, state.places),
        kept,
        elsewhere.url(action, **others),
        tuple(communes),
    )
