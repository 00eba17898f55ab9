"""Territories in the API, of every level: communes rolled up, and the list of them all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto.codes import FRANCE_CODE
from carto.group_code import read_group_code
from webapp import links, parameters
from webapp.api.listing import list_document
from webapp.api.territory_document import territory_document
from webapp.errors import UnknownResourceError
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, GROUP, LoadedSnapshot, Row

blueprint = Blueprint("api_territories", __name__, url_prefix="/api/v1")

# Table of a level → its key, and its name in addresses.
LEVELS = {
    "france": ("code_pays", "france"),
    "region": ("code_region", "regions"),
    "departement": ("code_departement", "departements"),
    "epci": ("siren_epci", "epci"),
    "ept": ("siren_ept", "ept"),
    "groupe": ("groupe", "groupes"),
}


@blueprint.get("/epci/<siren_epci>")
def epci(siren_epci: str) -> Response:
    """Answer with one EPCI, all its known members included."""
    parameters.require_known(request.args)
    snapshot = current()
    row = snapshot.territory(EPCI, siren_epci)
    document = {"snapshot": snapshot.id, **territory_document(row)}
    document["links"] = {
        "self": links.epci(siren_epci),
        "page": links.territory_page(EPCI, siren_epci),
        "communes": links.communes(EPCI, siren_epci),
    }
    return json_answer(document)


@blueprint.get("/departements/<code>")
def departement(code: str) -> Response:
    """Answer with one département."""
    parameters.require_known(request.args)
    snapshot = current()
    row = snapshot.territory(DEPARTEMENT, code)
    document = {"snapshot": snapshot.id, **territory_document(row)}
    document["links"] = {
        "self": links.departement(code),
        "page": links.territory_page(DEPARTEMENT, code),
        "communes": links.communes(DEPARTEMENT, code),
    }
    return json_answer(document)


@blueprint.get("/france")
def france() -> Response:
    """Answer with the whole of France, when the snapshot is of all of it."""
    return _answer("france", FRANCE_CODE)


@blueprint.get("/regions/<code>")
def region(code: str) -> Response:
    """Answer with one région, when all its départements are published."""
    return _answer("region", code)


@blueprint.get("/ept/<siren_ept>")
def ept(siren_ept: str) -> Response:
    """Answer with one établissement public territorial."""
    return _answer("ept", siren_ept)


@blueprint.get("/groupes/<identifier>")
def group(identifier: str) -> Response:
    """Answer with one group of communes made by hand, declared or composed of their codes."""
    if read_group_code(identifier) is None:
        return _answer(GROUP, identifier)
    parameters.require_known(request.args)
    snapshot = current()
    document = {
        "snapshot": snapshot.id,
        **territory_document(snapshot.territory(GROUP, identifier)),
    }
    document["links"] = {
        "self": _address(GROUP, identifier),
        "page": links.territory_page(GROUP, identifier),
    }
    return json_answer(document)


@blueprint.get("/territoires")
def territories() -> Response:
    """Answer with the territories of every level, from the widest: type, code, name, address."""
    parameters.require_known(request.args, "limit", "offset")
    page = parameters.read_page(request.args)
    snapshot = current()
    rows = [
        {"type": level, "code": row[LEVELS[level][0]], **row}
        for level in LEVELS
        for row in _rows(snapshot, level)
    ]
    return json_answer(list_document(snapshot.id, "territoires", rows, page, _entry))


def _rows(snapshot: LoadedSnapshot, level: str) -> list[Row]:
    """Rows of a level, by code."""
    held = {DEPARTEMENT: snapshot.departements, EPCI: snapshot.epci}
    return [*held[level].values()] if level in held else [*snapshot.snapshot.rows(level)]


def _entry(row: Row) -> dict[str, Any]:
    """Write a territory of the list."""
    named = {name: row[name] for name in ("type", "code", "nom", "communes_count", "population")}
    return named | {"links": {"self": _address(row["type"], row["code"])}}


def _address(level: str, code: str) -> str:
    """Address a territory of any level."""
    name = LEVELS[level][1]
    return links.territory(name, None if level == "france" else code)


def _answer(level: str, code: str) -> Response:
    """Answer with a territory of a level beside communes, EPCI and départements."""
    parameters.require_known(request.args)
    snapshot = current()
    rows = snapshot.snapshot.rows_of(level, code)
    if not rows:
        raise UnknownResourceError(
            f"Aucun territoire publié ici n'a le code « {code[:20]} » à ce niveau ; "
            f"{links.API}/territoires les liste tous."
        )
    document = {"snapshot": snapshot.id, **territory_document(rows[0])}
    return json_answer(document | {"links": {"self": _address(level, code)}})
