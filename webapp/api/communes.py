"""`/api/v1/communes`: the under-served communes, with the reasons."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.api.commune_document import commune_document, source_summaries
from webapp.api.listing import list_document
from webapp.json_answers import json_answer
from webapp.parameters import Query
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import COMMUNE, EPCI, LoadedSnapshot, Row

blueprint = Blueprint("api_communes", __name__, url_prefix="/api/v1")


@blueprint.get("/communes/<code_insee>")
def commune(code_insee: str) -> Response:
    """Answer with one commune, its sources included."""
    parameters.require_known(request.args)
    snapshot = current()
    row = snapshot.territory(COMMUNE, code_insee)
    document = {"snapshot": snapshot.id, **commune_document(row, snapshot)}
    return json_answer({**document, "sources": source_summaries(snapshot.facts)})


@blueprint.get("/communes")
def communes() -> Response:
    """Answer with the communes of an EPCI, a département or a class, by code."""
    known = ("epci", "departement", "classe", "limit", "offset")
    parameters.require_known(request.args, *known)
    page = parameters.read_page(request.args)
    snapshot = current()
    rows = _matching(snapshot, request.args)
    return json_answer(
        list_document(
            snapshot.id, "communes", rows, page, lambda row: commune_document(row, snapshot)
        )
    )


def _matching(snapshot: LoadedSnapshot, query: Query) -> list[Row]:
    """Rows that pass every filter; an EPCI that the data do not know is an error, not a void."""
    epci = parameters.read_epci(query)
    departement = parameters.read_departement(query)
    verdict = parameters.read_verdict(query)
    rows = list(snapshot.communes.values()) if epci is None else snapshot.members(EPCI, epci)
    if departement is not None:
        rows = [row for row in rows if row["departement"] == departement]
    if verdict is not None:
        rows = [row for row in rows if row["verdict"] == verdict]
    return rows
