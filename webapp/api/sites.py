"""`/api/v1/sites`: the places of help, those beyond the perimeter that count included."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto.said_back import said_back
from webapp import links, parameters
from webapp.api.description import query_parameters as described_as
from webapp.api.description.operation import Operation, described
from webapp.api.description.tags import PLACES
from webapp.api.listing import (
    LIST_PARAMETERS,
    list_parameters,
    listed_snapshot,
    read_list,
    table_document,
)
from webapp.api.schemas import sites as schemas
from webapp.api.schemas.shared import list_schema
from webapp.errors import UnknownResourceError
from webapp.json_answers import json_answer
from webapp.parameters import Query
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import EPCI, LoadedSnapshot, Row

blueprint = Blueprint("api_sites", __name__, url_prefix="/api/v1")


@blueprint.get("/sites/<path:identifier>")
@described(
    Operation(
        PLACES,
        "Un lieu",
        schemas.SITE,
        "Ses horaires, ses services, où il est ; aucun nom de personne n'est publié.",
        (
            described_as.in_path(
                "identifier",
                "Identifiant du lieu, tel que les listes le donnent.",
                {"type": "string", "minLength": 1},
                "france_services:1",
            ),
        ),
    )
)
def site(identifier: str) -> Response:
    """Answer with one place."""
    parameters.require_known(request.args)
    snapshot = current()
    row = snapshot.sites.get(identifier)
    if row is None:
        raise UnknownResourceError(
            f"Aucun lieu de ces données n'a l'identifiant « {said_back(identifier)} » ; la "
            f"liste est à {links.API}/sites."
        )
    return json_answer({"snapshot": snapshot.id, **site_document(row)})


@blueprint.get("/sites")
@described(
    Operation(
        PLACES,
        "Les lieux d'aide",
        list_schema("ListeDeLieux", "sites", schemas.LISTED_SITE),
        "Par identifiant. Ceux d'à côté, qui comptent pour les communes du bord, sont compris : "
        "`is_in_scope` les distingue, `is_supply` dit ceux qui comptent comme offre.",
        (
            described_as.DEPARTEMENT,
            described_as.EPCI,
            described_as.COMMUNE,
            described_as.BBOX,
            *list_parameters(schemas.SITE_FIELDS),
        ),
        errors=(404,),
    )
)
def sites() -> Response:
    """Answer with the places of a territory or a box, by identifier."""
    known = ("departement", "epci", "commune", "bbox", *LIST_PARAMETERS)
    parameters.require_known(request.args, *known)
    asked = read_list(request.args, schemas.SITE_FIELDS)
    snapshot = listed_snapshot(request.args)
    rows = _matching(snapshot, request.args)
    return json_answer(table_document(snapshot.id, "sites", rows, asked, site_document))


def site_document(row: Row) -> dict[str, Any]:
    """Write a place: its published columns as stored, and where it and what hosts it are."""
    return {
        **row,
        "links": {
            "self": links.site(row["id"]),
            "commune": links.commune(row["code_insee"]) if row["is_in_scope"] else None,
            "lieu": links.site(row["lieu_id"]) if row["lieu_id"] is not None else None,
        },
    }


def _matching(snapshot: LoadedSnapshot, query: Query) -> list[Row]:
    """Rows that pass every filter."""
    departement = parameters.read_departement(query)
    commune = parameters.read_commune(query)
    epci = parameters.read_epci(query)
    box = parameters.read_bbox(query)
    rows = list(snapshot.sites.values())
    if departement is not None:
        rows = [row for row in rows if row["departement"] == departement]
    if commune is not None:
        rows = [row for row in rows if row["code_insee"] == commune]
    if epci is not None:
        codes = {row["code_insee"] for row in snapshot.members(EPCI, epci)}
        rows = [row for row in rows if row["code_insee"] in codes]
    if box is not None:
        rows = [row for row in rows if box.holds(row["longitude"], row["latitude"])]
    return rows
