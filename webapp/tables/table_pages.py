"""The territories that make up another one, as a table: sorted, filtered, and as a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE, Unit
from carto.french import NBSP
from webapp import links
from webapp.csv_answers import csv_answer
from webapp.errors import ParameterError
from webapp.links import territory_page
from webapp.maps.legends import legend_lines, of_class, with_known_class
from webapp.maps.map_units import indicators_by, unit_of, unit_rows
from webapp.maps.shown_values import Shown, shown_values
from webapp.page_state import current_view, page_state, require_usable
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.tables.commune_columns import commune_columns
from webapp.tables.table import table_rows
from webapp.tables.table_columns import TableColumn
from webapp.tables.table_csv import FOR_PROGRAMS, FOR_SPREADSHEETS, table_csv
from webapp.tables.table_filter import (
    FILTER_PARAMETERS,
    UNDERSERVED,
    TableFilter,
    filter_words,
    read_filter,
)
from webapp.tables.table_form import table_form
from webapp.tables.table_order import (
    ORDER_PARAMETERS,
    TableOrder,
    header_groups,
    headers,
    in_order,
    read_order,
)
from webapp.tables.territory_columns import territory_columns
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.provenance import need_wording, time_limit
from webapp.views.state import DEFAULT_INDICATOR, ReadState

blueprint = Blueprint("tables", __name__)

SEPARATOR = "separateur"


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


@for_every_territory(blueprint, after="/tableau")
def table(type_: str, code: str) -> str:
    """List the territories of another one, sorted and filtered as the address says."""
    snapshot = current_view()
    asked = _asked(snapshot, type_, code)
    state, page = asked.read.state, territory_page(type_, code)
    names = {epci: row["nom"] for epci, row in snapshot.epci.items()}
    of_communes = asked.unit == COMMUNE
    classes = legend_lines(asked.shown.indicator, asked.shown.rows)
    return render_template(
        "pages/tableau.html",
        row=asked.row,
        unit=asked.unit,
        state=state,
        notices=asked.read.notices,
        trail=[
            *trail(snapshot, type_, asked.row)[:-1],
            Step(asked.row["nom"], page),
            Step("Tableau"),
        ],
        territory_path=page,
        asked=asked,
        words=_words(asked, names),
        form=table_form(asked.shown.rows, asked.filter, of_communes=of_communes),
        indicator=asked.shown.indicator,
        legend=classes,
        groups=header_groups(asked.columns),
        headers=headers(request.path, state, asked.order, asked.columns, **asked.filter.query()),
        lines=table_rows(asked.kept, asked.columns, asked.unit),
        total=len(asked.shown.rows),
        spreadsheet=state.url(f"{page}/tableau.csv", **asked.query),
        program=state.url(f"{page}/tableau.csv", **asked.query, **{SEPARATOR: FOR_PROGRAMS}),
        api=_api(type_, code, asked),
        need=need_wording(snapshot.facts),
    )


@for_every_territory(blueprint, after="/tableau.csv")
def table_file(type_: str, code: str) -> Response:
    """Give the rows of the table as a CSV file, in the same order and filtered the same way."""
    snapshot = current_view()
    asked = _asked(snapshot, type_, code)
    require_usable(snapshot, asked.read.notices)
    separator = request.args.get(SEPARATOR, FOR_SPREADSHEETS)
    if separator not in (FOR_SPREADSHEETS, FOR_PROGRAMS):
        form = f"{FOR_SPREADSHEETS} ou {FOR_PROGRAMS}"
        raise ParameterError(SEPARATOR, f"« {SEPARATOR} » n'est pas compris : attendu {form}.")
    french = separator == FOR_SPREADSHEETS
    text = table_csv(asked.kept, asked.columns, asked.unit.type, french=french)
    name = f"carto-{type_}-{code}-{asked.unit.plural}-{snapshot.id}.csv"
    answer = csv_answer(text, name)
    page = asked.read.state.url(f"{territory_page(type_, code)}/tableau", **asked.query)
    answer.headers["Link"] = f'<{page}>; rel="canonical", </sources>; rel="describedby"'
    return answer


def _asked(snapshot: LoadedSnapshot, type_: str, code: str) -> AskedTable:
    """Read the table that this request asks for."""
    row = snapshot.territory(type_, code)
    own = (*ORDER_PARAMETERS, *FILTER_PARAMETERS, SEPARATOR)
    asked_unit = request.args.get("maille")
    unit = unit_of(snapshot, type_, code, asked_unit)
    rows = unit_rows(snapshot, type_, code, unit)
    read = page_state(snapshot, [unit.code(one) for one in rows], *own)
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
        read=replace(read, notices=(*read.notices, *of_order, *of_filter)),
    )


def _words(asked: AskedTable, names: dict[str, str]) -> str:
    """Say which rows are kept; empty when all are."""
    key = asked.read.state.class_key
    lines = legend_lines(asked.shown.indicator, ()) if key is not None else []
    of_class = [
        f"{asked.shown.indicator.label.lower()}{NBSP}: {line.label}"
        for line in lines
        if line.key == key
    ]
    return ", ".join([*of_class, *filter_words(asked.filter, lambda siren: names[siren])])


def _api(type_: str, code: str, asked: AskedTable) -> str:
    """Address the same communes in the API; empty when it cannot filter as the page does."""
    beyond_verdict = replace(asked.filter, verdict=None)
    if (
        asked.unit != COMMUNE
        or type_ not in {EPCI, DEPARTEMENT}
        or asked.read.state.class_key is not None
        or not asked.read.state.rule.is_published
        or not beyond_verdict.is_empty
        or asked.filter.verdict == UNDERSERVED
    ):
        return ""
    address = links.communes(type_, code)
    verdict = asked.filter.verdict
    return address if verdict is None else f"{address}&{urlencode({'classe': verdict})}"
