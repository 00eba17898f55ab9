"""`/api/v1/communes/<code>/history`, `/api/v1/history`: the fibre of a territory by quarter.

Two series are published and never mixed: the counts of each quarter, and counts over one estimate
of premises for all quarters. A rate of one does not compare with a rate of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask import Blueprint, Response, request

from carto.drawing.indicators.definitions import HISTORY_SOURCES
from carto.quarters import last_day
from carto.tables.territory_fibre import TERRITORY_TYPES
from carto.typography import typeset
from webapp import links, parameters
from webapp.api.commune_document import source_summaries
from webapp.api.description.operation import Operation, Parameter, described
from webapp.api.description.query_parameters import CODE_INSEE, in_path
from webapp.api.description.schema import text
from webapp.api.description.tags import COMMUNES, TERRITORIES
from webapp.api.schemas.history import COMMUNE_HISTORY, IDENTITY, TERRITORY_HISTORY
from webapp.api.territory_addresses import territory_address
from webapp.errors import ParameterError
from webapp.json_answers import json_answer
from webapp.snapshots.asked_territory import TERRITORY, split_territory
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import COMMUNE, LoadedSnapshot, Row
from webapp.views.provenance import reader_of

blueprint = Blueprint("api_history", __name__, url_prefix="/api/v1")

CAUTION = typeset(
    "Les deux séries ne se comparent pas : « releve » rapporte les locaux raccordables aux locaux "
    "du même trimestre, « historique » à une seule estimation des locaux pour tous les trimestres."
)


@blueprint.get("/communes/<code_insee>/history")
@described(
    Operation(
        COMMUNES,
        "La fibre d'une commune, trimestre par trimestre",
        COMMUNE_HISTORY,
        CAUTION,
        (in_path("code_insee", "Code INSEE de la commune.", CODE_INSEE, "29019"),),
        errors=(410,),
    )
)
def commune_history(code_insee: str) -> Response:
    """Answer with the fibre of a commune at every published quarter."""
    parameters.require_known(request.args)
    snapshot = current()
    snapshot.territory(COMMUNE, code_insee)
    rows = snapshot.snapshot.rows_of("fibre", code_insee)
    return json_answer(history_document(snapshot, (COMMUNE, code_insee), rows))


@blueprint.get("/history")
@described(
    Operation(
        TERRITORIES,
        "La fibre d'un territoire, trimestre par trimestre",
        TERRITORY_HISTORY,
        "Sommes des communes dont les comptes sont connus, dans les limites d'aujourd'hui. "
        f"{CAUTION}",
        (
            Parameter(
                TERRITORY,
                "Type et code du territoire ; la France s'écrit `france`.",
                text(pattern=f"^(?:{'|'.join(TERRITORY_TYPES)})(?:-.+)?$"),
                "departement-29",
                is_required=True,
            ),
        ),
        errors=(404,),
    )
)
def territory_history() -> Response:
    """Answer with the fibre of a territory wider than a commune at every published quarter."""
    parameters.require_known(request.args, TERRITORY)
    type_, code = split_territory(request.args.get(TERRITORY, ""))
    if type_ not in TERRITORY_TYPES or not code:
        raise ParameterError(
            TERRITORY,
            "Donnez un territoire, comme territoire=departement-29 ou territoire=epci-242900314 ; "
            f"l'historique d'une commune est à {links.API}/communes/29019/history.",
        )
    snapshot = current()
    snapshot.territory(type_, code)
    rows = snapshot.details("territory_fibre", type_, code)
    return json_answer(history_document(snapshot, (type_, code), rows))


def history_document(
    snapshot: LoadedSnapshot, territory: tuple[str, str], rows: Iterable[Row]
) -> dict[str, Any]:
    """Write the quarters of a territory, by series then in the order of time.

    Parameters
    ----------
    snapshot
        What is published.
    territory
        Type and code.
    rows
        Rows of `fibre` or of `territory_fibre` about it.
    """
    type_, code = territory
    ordered = sorted(rows, key=lambda row: (row["series"], row["quarter"]))
    sources = source_summaries(snapshot.facts)
    readers = {source["id"]: reader_of(source) for source in snapshot.facts["sources"]}
    return {
        "snapshot": snapshot.id,
        "territory": {"type": type_, "code": code, "nom": snapshot.territory(type_, code)["nom"]},
        "caution": CAUTION,
        "count": len(ordered),
        "quarters": [_quarter(row) for row in ordered],
        "sources": {
            id_: source for id_, source in sources.items() if readers[id_] in HISTORY_SOURCES
        },
        "links": {
            "territory": territory_address(type_, code),
            "page": links.territory_page(type_, code),
        },
    }


def _quarter(row: Mapping[str, Any]) -> dict[str, Any]:
    """Write a quarter: its published columns, and the day at which it ends."""
    told = {name: value for name, value in row.items() if name not in IDENTITY}
    if isinstance(told.get("flags"), str):
        told["flags"] = [flag for flag in told["flags"].split("|") if flag]
    return {"quarter": row["quarter"], "date": last_day(row["quarter"]), **told}
