"""`/api/v1/epci` and `/api/v1/departements`: communes rolled up to a territory."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from carto.tables.shared import VERDICTS
from webapp import links, parameters
from webapp.current_snapshot import current
from webapp.json_answers import json_answer
from webapp.loaded_snapshot import DEPARTEMENT, EPCI, Row

blueprint = Blueprint("api_territories", __name__, url_prefix="/api/v1")


@blueprint.get("/epci/<siren_epci>")
def epci(siren_epci: str) -> Response:
    """Answer with one EPCI, all its known members included."""
    parameters.require_known(request.args)
    snapshot = current()
    row = snapshot.territory(EPCI, siren_epci)
    document = {"snapshot": snapshot.id, **territory_document(row)}
    document["departements"] = row["departements"].split("|")
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


def territory_document(row: Row) -> dict[str, Any]:
    """Write a territory: its published columns, those of the verdicts gathered in one object."""
    gathered = {
        verdict: {
            "communes": row[f"communes_verdict_{verdict}"],
            "population_share": row[f"population_verdict_{verdict}_share"],
        }
        for verdict in VERDICTS
    }
    plain = {name: value for name, value in row.items() if "_verdict_" not in name}
    return {**plain, "verdicts": gathered}
