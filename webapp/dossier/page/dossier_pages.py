"""The dossier of a territory, as a page to read and print, and as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from flask import Blueprint, Response, make_response, render_template, request

from webapp.dossier.actions.asked_sheets import SHEET_PARAMETERS, asked_sheets
from webapp.dossier.blocks import Dossier
from webapp.dossier.page.layout import parts_of
from webapp.dossier.page.paper_columns import column_rules
from webapp.dossier.subject import KINDS, WITHOUT_DOSSIER
from webapp.dossier.trame import dossier_of
from webapp.errors import PdfUnavailableError, UnknownResourceError
from webapp.links import territory_page
from webapp.page_state import current_view, require_usable, territory_state
from webapp.planning.scenario_address import MOST_CHANGES, query_text
from webapp.printing.print_pages import renderings
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.state import MapState, ReadState

blueprint = Blueprint("dossier", __name__)

BEFORE = "/dossier"
# Longer than any change of a scenario: links do not carry on what was refused.
_LONGEST_VALUE = 200
_FRONT = Path(__file__).resolve().parents[2] / "front"
_SHEETS = ("dossier-texte.css", "dossier-papier.css")


@for_every_territory(blueprint, before=BEFORE, levels=tuple(KINDS))
def page(type_: str, code: str) -> str:
    """Show the dossier, to read on a screen or to print from the browser."""
    snapshot = current_view()
    dossier, read = asked_dossier(snapshot, type_, code)
    row, path = snapshot.territory(type_, code), territory_page(type_, code)
    steps = trail(snapshot, type_, row)[:-1]
    return render_template(
        "pages/dossier.html",
        row=row,
        state=read.state,
        notices=read.notices,
        trail=[*steps, Step(row["nom"], read.state.url(path)), Step("Dossier")],
        dossier=dossier,
        parts=parts_of(dossier),
        dossier_path=f"{BEFORE}{path}",
        dossier_query=_query(read.state),
        is_dossier=True,
    )


@for_every_territory(blueprint, after=".pdf", before=BEFORE, levels=tuple(KINDS))
def pdf(type_: str, code: str) -> Response:
    """Write the dossier as a tagged PDF; where this cannot be done, say how to print it."""
    snapshot = current_view()
    dossier, read = asked_dossier(snapshot, type_, code)
    require_usable(snapshot, read.notices)
    path = territory_page(type_, code)
    try:
        content = renderings().pdf(standalone(dossier))
    except PdfUnavailableError as missing:
        absent = render_template(
            "pages/pdf-absent.html",
            said=str(missing),
            print_path=f"{BEFORE}{path}{_query(read.state)}",
            svg_path="",
            subject="Le dossier",
            sheet="la page du dossier",
        )
        return make_response(absent, 501)
    response = Response(content, mimetype="application/pdf")
    name = f"dossier-{type_}-{code}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@blueprint.get(f"{BEFORE}/<path:_other>")
def without_dossier(_other: str) -> NoReturn:
    """Say which territories have a dossier, where another one is asked for."""
    raise UnknownResourceError(WITHOUT_DOSSIER)


def standalone(dossier: Dossier) -> str:
    """Write a dossier as one HTML file that asks nothing of any host: the PDF comes of it."""
    parts = parts_of(dossier)
    sheets = ((_FRONT / name).read_text(encoding="utf-8") for name in _SHEETS)
    style = "".join((*sheets, column_rules(parts)))
    return render_template("dossier.html", dossier=dossier, parts=parts, style=style)


def asked_dossier(snapshot: LoadedSnapshot, type_: str, code: str) -> tuple[Dossier, ReadState]:
    """Write the dossier that the address asks for."""
    read = territory_state(snapshot, type_, code, *SHEET_PARAMETERS)
    asked = asked_sheets(snapshot, type_, code, _asked_values())
    dossier = dossier_of(snapshot, type_, code, asked.sheets)
    return dossier, ReadState(read.state, (*read.notices, *asked.notices))


def _asked_values() -> dict[str, list[str]]:
    """Return every value of the parameters of the sheets of the plan."""
    return {name: request.args.getlist(name) for name in SHEET_PARAMETERS}


def _query(state: MapState) -> str:
    """Write the end of the address of the same dossier in another form."""
    asked = (
        (name, one)
        for name, values in _asked_values().items()
        for one in values[:MOST_CHANGES]
        if len(one) <= _LONGEST_VALUE
    )
    pairs = [*state.elsewhere().query().items(), *asked]
    return f"?{query_text(pairs)}" if pairs else ""
