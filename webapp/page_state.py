"""What a page is asked to show: the snapshot, and the state that its address holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from flask import request

from carto.drawing.classification import indicators_for
from webapp.asked_rule import under_asked_rule
from webapp.current_snapshot import current
from webapp.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.ruled_snapshot import rule_of
from webapp.shown_values import known_indicators, with_quarters
from webapp.views.commune import CommunePage, commune_page
from webapp.views.state import ReadState, read_state
from webapp.views.territory import Step, commune_trail, departement_trail, epci_trail


def current_view() -> LoadedSnapshot:
    """Return the snapshot that this request is answered from, under the rule of its address."""
    return under_asked_rule(current())


def page_state(snapshot: LoadedSnapshot, communes: Collection[str], *others: str) -> ReadState:
    """Read the map state of this request; the last value of a repeated parameter counts.

    `others` are the parameters that the page has besides those of the state.
    """
    query = {name: request.args.getlist(name)[-1] for name in request.args}
    known = communes or snapshot.communes
    read = read_state(query, list(known_indicators(snapshot)), known, others)
    ruled = replace(read, state=replace(read.state, rule=rule_of(snapshot)))
    return with_quarters(snapshot, ruled, communes) if communes else ruled


def commune_in_words(snapshot: LoadedSnapshot, row: Row) -> CommunePage:
    """Put a commune of the snapshot in words."""
    indicators = indicators_for(snapshot.facts)
    return commune_page(row, indicators, snapshot.sites, snapshot.facts, snapshot.communes)


def trail(snapshot: LoadedSnapshot, type_: str, row: Row) -> list[Step]:
    """Breadcrumb of a territory; France is the home page of a snapshot of all of it."""
    home = "" if snapshot.country is None else "/"
    if type_ == DEPARTEMENT:
        return departement_trail(row, home)
    if type_ == EPCI:
        return epci_trail(row, snapshot.departements, home)
    return commune_trail(row, snapshot.departements, home)
