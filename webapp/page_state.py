"""What a page is asked to show: the snapshot, and the state that its address holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from carto.drawing.indicators.classification import indicators_for
from carto.typography import typeset
from webapp.asked_query import asked_query
from webapp.errors import UnusableAddressError
from webapp.maps.map_units import (
    indicator_notices,
    indicators_by,
    unit_notices,
    unit_of,
    unit_rows,
    units_of,
)
from webapp.maps.shown_values import known_indicators, with_quarters
from webapp.rule.asked_rule import under_asked_rule
from webapp.rule.ruled_snapshot import rule_of
from webapp.search.living_selection import living_selection
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import ReadState, read_state


def current_view() -> LoadedSnapshot:
    """Return the snapshot that this request is answered from, under the rule of its address."""
    return under_asked_rule(current())


def require_usable(snapshot: LoadedSnapshot, notices: Iterable[str]) -> None:
    """Refuse to make a file of another thing than its address asks; a page says so in a notice.

    That a selected commune is now in another one leaves nothing out.

    Raises
    ------
    UnusableAddressError
        Saying the first notice.
    """
    _, moved = living_selection(asked_query(), snapshot.former, snapshot.communes)
    for notice in notices:
        if notice not in moved:
            said = f"Fichier refusé : corrigez son adresse. {notice}"
            raise UnusableAddressError(said)


def hidden_by_rule(snapshot: LoadedSnapshot, indicator: str | None) -> list[str]:
    """Say that an indicator is computed at publication only, under the published rule.

    Parameters
    ----------
    snapshot
        Under the rule of the address.
    indicator
        Id of an indicator, or any other text; None when nothing is asked.

    Returns
    -------
    list of str
        One French notice, or none.
    """
    every = indicators_for(snapshot.facts)
    if (
        indicator not in every
        or rule_of(snapshot).is_published
        or indicator in known_indicators(snapshot)
        or indicator not in known_indicators(current())
    ):
        return []
    return [
        typeset(
            f"« {every[indicator].label} » n'est pas calculé sous une règle modifiée : la carte "
            "montre le verdict."
        )
    ]


def page_state(snapshot: LoadedSnapshot, communes: Collection[str], *others: str) -> ReadState:
    """Read the state of a page about communes; see `territory_state` for that of a map.

    `others` are the parameters that the page has besides those of the state.
    """
    query, moved = living_selection(asked_query(), snapshot.former, snapshot.communes)
    known = communes or snapshot.communes
    hidden = hidden_by_rule(snapshot, query.get("ind"))
    if hidden:
        query = {name: value for name, value in query.items() if name != "ind"}
    read = read_state(query, list(known_indicators(snapshot)), known, others)
    state = replace(read.state, rule=rule_of(snapshot))
    ruled = ReadState(state, (*moved, *read.notices, *hidden))
    return with_quarters(snapshot, ruled, communes) if communes else ruled


def territory_state(snapshot: LoadedSnapshot, type_: str, code: str, *others: str) -> ReadState:
    """Read the state of the map of a territory: what is asked, of what its map colours.

    Parameters
    ----------
    snapshot
        Where the territory is published.
    type_, code
        The territory.
    *others
        Parameters that the page has besides those of the state.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    query, moved = living_selection(asked_query(), snapshot.former, snapshot.communes)
    offered = units_of(snapshot, type_, code)
    unit = unit_of(snapshot, type_, code, query.get("maille"))
    codes = [unit.code(row) for row in unit_rows(snapshot, type_, code, unit)]
    indicators = indicators_by(snapshot, unit)
    notices = unit_notices(offered, query.get("maille"))
    of_communes = hidden_by_rule(snapshot, query.get("ind")) or indicator_notices(
        query.get("ind"), indicators, known_indicators(snapshot)
    )
    if of_communes:
        query = {name: value for name, value in query.items() if name != "ind"}
    read = read_state(query, list(indicators), codes, others)
    named = None if unit == offered[0] else unit.type
    state = replace(read.state, rule=rule_of(snapshot), unit=named)
    said = ReadState(state, (*moved, *read.notices, *notices, *of_communes))
    return with_quarters(snapshot, said, codes, unit)
