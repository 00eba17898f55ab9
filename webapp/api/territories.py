"""Territories in the API, of every level: communes rolled up, and the list of them all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto.codes import FRANCE_CODE, SIREN_PATTERN
from webapp import links, parameters
from webapp.api.description.operation import Operation, Parameter, described
from webapp.api.description.query_parameters import in_path
from webapp.api.description.tags import TERRITORIES
from webapp.api.listing import (
    LIST_PARAMETERS,
    list_parameters,
    listed_snapshot,
    read_list,
    table_document,
)
from webapp.api.schemas.shared import list_schema
from webapp.api.schemas.territories import (
    LISTED_TERRITORY,
    LISTED_TERRITORY_FIELDS,
    TERRITORY_SCHEMAS,
)
from webapp.api.territory_addresses import LEVELS, territory_address
from webapp.api.territory_document import territory_document
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    KEYS,
    REGION,
    Row,
)

blueprint = Blueprint("api_territories", __name__, url_prefix="/api/v1")

# Those whose communes `/api/v1/communes` lists.
LISTED_COMMUNES = (EPCI, DEPARTEMENT)
_SIREN = {"type": "string", "pattern": f"^{SIREN_PATTERN}$"}


def _operation(type_: str, summary: str, *path: Parameter, said: str) -> Operation:
    """Describe the address of the territories of a level."""
    return Operation(TERRITORIES, summary, TERRITORY_SCHEMAS[type_], said, path, errors=(404,))


@blueprint.get("/epci/<siren_epci>")
@described(
    _operation(
        EPCI,
        "Une intercommunalité",
        in_path("siren_epci", "Son SIREN.", _SIREN, "242900314"),
        said="Tous ses membres connus comptent, ceux d'un autre département compris.",
    )
)
def epci(siren_epci: str) -> Response:
    """Answer with one EPCI, all its known members included."""
    return _answer(EPCI, siren_epci)


@blueprint.get("/departements/<code>")
@described(
    _operation(
        DEPARTEMENT,
        "Un département",
        in_path("code", "Son code.", {"type": "string"}, "29"),
        said="Ses communes mises ensemble : fibre, accès à l'aide, besoin, verdicts.",
    )
)
def departement(code: str) -> Response:
    """Answer with one département."""
    return _answer(DEPARTEMENT, code)


@blueprint.get("/france")
@described(
    _operation(
        FRANCE, "La France entière", said="404 quand les données ne couvrent pas tout le pays."
    )
)
def france() -> Response:
    """Answer with the whole of France, when the snapshot is of all of it."""
    return _answer(FRANCE, FRANCE_CODE)


@blueprint.get("/regions/<code>")
@described(
    _operation(
        REGION,
        "Une région",
        in_path("code", "Son code INSEE.", {"type": "string"}, "53"),
        said="404 quand les données ne couvrent pas tous ses départements.",
    )
)
def region(code: str) -> Response:
    """Answer with one région, when all its départements are published."""
    return _answer(REGION, code)


@blueprint.get("/ept/<siren_ept>")
@described(
    _operation(
        EPT,
        "Un établissement public territorial",
        in_path("siren_ept", "Son SIREN.", _SIREN, "200057875"),
        said="Ceux de la métropole du Grand Paris, dont les communes comptent aussi en elle.",
    )
)
def ept(siren_ept: str) -> Response:
    """Answer with one établissement public territorial."""
    return _answer(EPT, siren_ept)


@blueprint.get("/groupes/<identifier>")
@described(
    _operation(
        GROUP,
        "Un groupe de communes",
        in_path(
            "identifier",
            "Identifiant d'un groupe déclaré, ou codes de communes séparés par des tirets.",
            {"type": "string"},
            "29019-29103",
        ),
        said="Composé à la demande de n'importe quelles communes publiées.",
    )
)
def group(identifier: str) -> Response:
    """Answer with one group of communes made by hand, declared or composed of their codes."""
    return _answer(GROUP, identifier)


@blueprint.get("/territoires")
@described(
    Operation(
        TERRITORIES,
        "Les territoires de tous les niveaux",
        list_schema("ListeDeTerritoires", "territoires", LISTED_TERRITORY),
        "Du plus large au plus petit, les communes exceptées ; par code dans chaque niveau.",
        list_parameters(LISTED_TERRITORY_FIELDS),
        errors=(404,),
    )
)
def territories() -> Response:
    """Answer with the territories of every level, from the widest: type, code, name, address."""
    parameters.require_known(request.args, *LIST_PARAMETERS)
    asked = read_list(request.args, LISTED_TERRITORY_FIELDS)
    snapshot = listed_snapshot(request.args)
    rows = [
        {"type": type_, "code": row[KEYS[type_]], **row}
        for type_ in LEVELS
        for row in snapshot.level(type_).values()
    ]
    return json_answer(table_document(snapshot.id, "territoires", rows, asked, _entry))


def _entry(row: Row) -> dict[str, Any]:
    """Write a territory of the list."""
    named = {name: row[name] for name in ("type", "code", "nom", "communes_count", "population")}
    return named | {"links": _links(row["type"], row["code"])}


def _links(type_: str, code: str) -> dict[str, str]:
    """Address a territory of any level, and its page."""
    return {
        "self": territory_address(type_, code),
        "page": links.territory_page(type_, code),
    }


def _answer(type_: str, code: str) -> Response:
    """Answer with a territory."""
    parameters.require_known(request.args)
    snapshot = current()
    row = snapshot.territory(type_, code)
    communes = {"communes": links.communes(type_, code)} if type_ in LISTED_COMMUNES else {}
    return json_answer(
        {
            "snapshot": snapshot.id,
            **territory_document(row),
            "links": {**_links(type_, code), **communes},
        }
    )
