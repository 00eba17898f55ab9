"""The table that an address asks for: its rows, its columns, its order and its filter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import request

from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE, Unit
from carto.french import NBSP
from webapp.maps.legends import legend_lines, of_class, with_known_class
from webapp.maps.map_units import (
    indicators_by,
    unit_notices,
    unit_of,
    unit_rows,
    units_of,
)
from webapp.maps.shown_values import Shown, shown_values
from webapp.page_state import page_state
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row
from webapp.tables.commune_columns import commune_columns
from webapp.tables.table_columns import TableColumn
from webapp.tables.table_filter import (
    FILTER_PARAMETERS,
    TableFilter,
    filter_words,
    read_filter,
)
from webapp.tables.table_order import ORDER_PARAMETERS, TableOrder, in_order, read_order
from webapp.tables.territory_columns import territory_columns
from webapp.views.provenance import time_limit
from webapp.views.state import DEFAULT_INDICATOR, ReadState


@dataclass(frozen=True)
class AskedTable:
    """The table that an address asks for.

    Attributes
    ----------
    row
        Published row of the territory.
    unit
        What the rows of the table are.
    columns
        From left to right.
    shown
        The indicator that classes are of, and every row of the territory.
    kept
        The rows that pass every filter, in order.
    read
        State of the map, and what had to be said of the address.
    """

    row: Row
    unit: Unit
    columns: tuple[TableColumn, ...]
    indicators: tuple[Indicator, ...]
    shown: Shown
    kept: tuple[Row, ...]
    order: TableOrder
    filter: TableFilter
    read: ReadState

    @property
    def query(self) -> dict[str, str]:
        """Parameters of the filter and of the order, defaults left out."""
        return {**self.filter.query(), **self.order.query()}


def asked_table(snapshot: LoadedSnapshot, type_: str, code: str) -> AskedTable:
    """Read the table that the address of this request asks for.

    Parameters
    ----------
    snapshot
        What the request is answered from.
    type_, code
        The territory whose parts are listed.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    row = snapshot.territory(type_, code)
    own = (*ORDER_PARAMETERS, *FILTER_PARAMETERS)
    asked_unit = request.args.get("maille")
    unit = unit_of(snapshot, type_, code, asked_unit)
    rows = unit_rows(snapshot, type_, code, unit)
    read = page_state(snapshot, [unit.code(one) for one in rows], *own)
    of_unit = unit_notices(units_of(snapshot, type_, code), asked_unit)
    indicators = indicators_by(snapshot, unit)
    indicator = indicators.get(read.state.indicator) or indicators[DEFAULT_INDICATOR]
    read = replace(read, state=replace(read.state, indicator=indicator.id))
    shown = shown_values(snapshot, indicator, rows, read.state, row["nom"])
    read = with_known_class(read, shown.indicator)
    columns = (
        commune_columns(indicators)
        if unit == COMMUNE
        else territory_columns(unit, indicators, time_limit(snapshot.facts))
    )
    order, of_order = read_order(request.args, columns)
    epci = {one["siren_epci"] for one in rows} if unit == COMMUNE else ()
    asked, of_filter = read_filter(request.args, epci, of_communes=unit == COMMUNE)
    of_its_class = of_class(shown.rows, shown.indicator, read.state.class_key)
    kept = [one for one in of_its_class if asked.keeps(one)]
    return AskedTable(
        row=row,
        unit=unit,
        columns=columns,
        indicators=tuple(indicators.values()),
        shown=shown,
        kept=tuple(in_order(kept, order, columns)),
        order=order,
        filter=asked,
        read=replace(read, notices=(*read.notices, *of_unit, *of_order, *of_filter)),
    )


def kept_words(asked: AskedTable, snapshot: LoadedSnapshot) -> str:
    """Say which rows of a table are kept; empty when all are."""
    key = asked.read.state.class_key
    lines = legend_lines(asked.shown.indicator, ()) if key is not None else []
    of_class = [
        f"{asked.shown.indicator.label.lower()}{NBSP}: {line.label}"
        for line in lines
        if line.key == key
    ]
    return ", ".join(
        [*of_class, *filter_words(asked.filter, lambda siren: snapshot.epci[siren]["nom"])]
    )
