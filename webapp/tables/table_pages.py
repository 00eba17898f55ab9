"""The table of a territory as a page, sorted and filtered as the address says."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, render_template, request

from carto.drawing.indicators.units import COMMUNE
from webapp import links
from webapp.links import territory_page
from webapp.maps.legends import legend_lines
from webapp.offered_files import offered_files
from webapp.page_state import current_view
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI
from webapp.tables.asked_table import AskedTable, asked_table, kept_words
from webapp.tables.table import table_rows
from webapp.tables.table_filter import UNDERSERVED
from webapp.tables.table_form import table_form
from webapp.tables.table_order import header_groups, headers
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.provenance import need_wording

blueprint = Blueprint("tables", __name__)


@for_every_territory(blueprint, after="/tableau")
def table(type_: str, code: str) -> str:
    """List the territories of another one, sorted and filtered as the address says."""
    snapshot = current_view()
    asked = asked_table(snapshot, type_, code)
    state, page = asked.read.state, territory_page(type_, code)
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
        words=kept_words(asked, snapshot),
        form=table_form(asked.shown.rows, asked.filter, of_communes=of_communes),
        indicator=asked.shown.indicator,
        legend=classes,
        groups=header_groups(asked.columns),
        headers=headers(request.path, state, asked.order, asked.columns, **asked.filter.query()),
        lines=table_rows(asked.kept, asked.columns, asked.unit),
        total=len(asked.shown.rows),
        files=offered_files(
            state.url(f"{page}/tableau", **asked.query),
            asked.unit.type,
            len(asked.kept),
        ),
        api=_api(type_, code, asked),
        need=need_wording(snapshot.facts),
    )


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
