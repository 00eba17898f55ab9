"""`/api/v1/communes`: the under-served communes, with the reasons."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.api.commune_document import commune_document, source_summaries
from webapp.api.description import query_parameters as described_as
from webapp.api.description.operation import Operation, described
from webapp.api.description.rule_parameters import RULE
from webapp.api.description.tags import COMMUNES
from webapp.api.listing import (
    LIST_PARAMETERS,
    list_parameters,
    listed_snapshot,
    read_list,
    table_document,
)
from webapp.api.schemas import communes as schemas
from webapp.api.schemas.shared import list_schema
from webapp.json_answers import json_answer
from webapp.parameters import Query
from webapp.rule.asked_rule import under_asked_rule
from webapp.rule.rule import RULE_PARAMETERS
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import COMMUNE, EPCI, LoadedSnapshot, Row

blueprint = Blueprint("api_communes", __name__, url_prefix="/api/v1")


@blueprint.get("/communes/<code_insee>")
@described(
    Operation(
        COMMUNES,
        "Une commune",
        schemas.COMMUNE,
        "Toutes ses valeurs, son verdict avec ses raisons, et les sources à citer. Le code d'une "
        "commune disparue mène à celle qui l'a reprise (301), ou dit lesquelles (410).",
        (
            described_as.in_path(
                "code_insee", "Code INSEE de la commune.", {"type": "string"}, "29019"
            ),
            *RULE,
        ),
        errors=(301, 410),
    )
)
def commune(code_insee: str) -> Response:
    """Answer with one commune, its sources included."""
    parameters.require_known(request.args, *RULE_PARAMETERS)
    parameters.require_usable_rule(request.args)
    snapshot = under_asked_rule(current())
    row = snapshot.territory(COMMUNE, code_insee)
    document = {"snapshot": snapshot.id, **commune_document(row, snapshot)}
    return json_answer({**document, "sources": source_summaries(snapshot.facts)})


@blueprint.get("/communes")
@described(
    Operation(
        COMMUNES,
        "Les communes, avec leur verdict",
        list_schema("ListeDeCommunes", "communes", schemas.LISTED_COMMUNE),
        "Par code. Les filtres s'ajoutent : `classe=3&departement=29` donne les communes "
        "prioritaires du Finistère, avec la phrase qui dit pourquoi (`verdict.sentence`). Les "
        "seuils et les poids de la règle peuvent être changés, comme sur les pages.",
        (
            described_as.EPCI,
            described_as.DEPARTEMENT,
            described_as.CLASSE,
            *RULE,
            *list_parameters(schemas.COMMUNE_FIELDS),
        ),
        errors=(404,),
    )
)
def communes() -> Response:
    """Answer with the communes of an EPCI, a département or a class, by code."""
    filters = ("epci", "departement", "classe")
    parameters.require_known(request.args, *filters, *RULE_PARAMETERS, *LIST_PARAMETERS)
    parameters.require_usable_rule(request.args)
    asked = read_list(request.args, schemas.COMMUNE_FIELDS)
    snapshot = under_asked_rule(listed_snapshot(request.args))
    rows = _matching(snapshot, request.args)
    return json_answer(
        table_document(
            snapshot.id, "communes", rows, asked, lambda row: commune_document(row, snapshot)
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
