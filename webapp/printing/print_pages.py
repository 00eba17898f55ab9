"""Printing a map: the page of choices, and the sheet as PDF and PNG."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, make_response, render_template

from carto.drawing.indicators.units import COMMUNE
from carto.drawing.paper.sheets import DIRECTIONS, PAPERS
from webapp.asked_query import asked_query
from webapp.errors import PdfUnavailableError
from webapp.file_names import file_name
from webapp.links import territory_page
from webapp.maps.map_blocks import map_parts
from webapp.page_state import current_view, require_usable, territory_state
from webapp.printing.map_sheet import MapSheet, map_sheet
from webapp.printing.pdf_rendering import Renderings
from webapp.printing.print_choice import PRINT_PARAMETERS, PrintChoice, read_print_choice
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.state import ReadState

blueprint = Blueprint("print", __name__)

THUMBNAIL_DOTS = 72
_EXTENSION = "carto_renderings"
_STYLE = Path(__file__).resolve().parents[1] / "front" / "feuille.css"


def attach_renderings(app: Flask) -> None:
    """Give `app` the sheets that it has rendered."""
    app.extensions[_EXTENSION] = Renderings()


def renderings() -> Renderings:
    """Return what this process has rendered, shared by all that it prints."""
    kept: Renderings = current_app.extensions[_EXTENSION]
    return kept


@for_every_territory(blueprint, "/imprimer")
def choices(type_: str, code: str) -> str:
    """Choose the paper, see the sheet, and have it as a file or from the browser's own print."""
    snapshot = current_view()
    read, choice = _asked(snapshot, type_, code)
    page, row = territory_page(type_, code), snapshot.territory(type_, code)
    steps = trail(snapshot, type_, row)[:-1]
    parts = map_parts(snapshot, type_, code, read.state)
    return render_template(
        "pages/imprimer.html",
        row=row,
        state=read.state,
        notices=read.notices,
        trail=[*steps, Step(row["nom"], read.state.url(page)), Step("Imprimer")],
        territory_path=page,
        choice=choice,
        sheet=_sheet(snapshot, (type_, code), read, choice),
        papers=PAPERS,
        directions=DIRECTIONS,
        indicators=parts.indicators,
        has_places=parts.indicator.units == COMMUNE,
    )


@for_every_territory(blueprint, "/carte.pdf")
def pdf(type_: str, code: str) -> Response:
    """Write the map of a territory as a tagged PDF of the true size of the paper."""
    return _file(type_, code, "pdf")


@for_every_territory(blueprint, "/carte.png")
def png(type_: str, code: str) -> Response:
    """Draw the same sheet as an image."""
    return _file(type_, code, "png")


def _file(type_: str, code: str, kind: str) -> Response:
    """Render the sheet of a territory; where this cannot be done, say how to print all the same."""
    snapshot = current_view()
    read, choice = _asked(snapshot, type_, code)
    require_usable(snapshot, read.notices)
    sheet = _sheet(snapshot, (type_, code), read, choice)
    style = _STYLE.read_text(encoding="utf-8")
    said = replace(sheet, changes=(*sheet.changes, *read.notices))
    document = render_template("feuille.html", sheet=said, style=style)
    page, kept = territory_page(type_, code), renderings()
    try:
        content = kept.pdf(document) if kind == "pdf" else kept.png(document, choice.dots)
    except PdfUnavailableError as missing:
        absent = render_template(
            "pages/pdf-absent.html",
            said=str(missing),
            print_path=read.state.url(f"{page}/imprimer", **choice.query()),
            svg_path=read.state.url(f"{page}/carte.svg"),
        )
        return make_response(absent, 501)
    media_type = "application/pdf" if kind == "pdf" else "image/png"
    response = Response(content, mimetype=media_type)
    name = f"carte-{type_}-{code}-{read.state.indicator}.{kind}"
    response.headers["Content-Disposition"] = f'inline; filename="{file_name(name)}"'
    return response


def _asked(snapshot: LoadedSnapshot, type_: str, code: str) -> tuple[ReadState, PrintChoice]:
    """Read the state of the map and the choices of the sheet from the address."""
    read = territory_state(snapshot, type_, code, *PRINT_PARAMETERS)
    query = asked_query()
    choice, notices = read_print_choice(query)
    return ReadState(read.state, (*read.notices, *notices)), choice


def _sheet(
    snapshot: LoadedSnapshot, territory: tuple[str, str], read: ReadState, choice: PrintChoice
) -> MapSheet:
    """Put the map of a territory on the sheet that was chosen."""
    parts = map_parts(snapshot, *territory, read.state)
    return map_sheet(parts, read.state, choice.sheet(parts.shapes), snapshot)
