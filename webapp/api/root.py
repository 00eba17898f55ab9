"""`/api/v1`: where each address of the API is, for whoever starts from the shortest one."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, request

from webapp import parameters
from webapp.api.description.document import operations, path_of
from webapp.api.description.operation import Operation, described
from webapp.api.description.schema import Component, listed, members, text
from webapp.api.description.tags import RELEASES, TAGS
from webapp.json_answers import json_answer
from webapp.links import API
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("api_root", __name__, url_prefix=API)

_LINKS = {
    "openapi": (f"{API}/openapi.json", "La description de tout, pour les programmes."),
    "documentation": ("/api", "La même, à lire, avec des questions à copier."),
    "data": ("/donnees", "Les fichiers entiers et les adresses pour les SIG."),
    "catalogue": ("/catalogue.jsonld", "Le catalogue DCAT-AP, à moissonner."),
}
_ADDRESSES = Component(
    "AdressesDeLApi",
    members(
        {
            "snapshot": text("L'instantané servi."),
            "addresses": listed(
                members(
                    {
                        "address": text("Son modèle : ce qui est entre accolades est à remplacer."),
                        "summary": text("Ce qu'elle répond."),
                        "chapter": text("Son chapitre.", enum=list(TAGS)),
                    }
                ),
                "Par ordre alphabétique.",
            ),
            "links": members({name: text(said) for name, (_, said) in _LINKS.items()}),
        },
        "Les adresses de l'API.",
    ),
)


@blueprint.get("")
@blueprint.get("/")
@described(
    Operation(
        RELEASES,
        "Les adresses de l'API",
        _ADDRESSES,
        "Le point de départ : chaque adresse et ce qu'elle répond, et où tout est décrit.",
    )
)
def root() -> Response:
    """Answer with every address of the API, and where it is described."""
    parameters.require_known(request.args)
    return json_answer(
        {
            "snapshot": current().id,
            "addresses": [_address(path_of(rule), one) for rule, one in operations(current_app)],
            "links": {name: address for name, (address, _) in _LINKS.items()},
        }
    )


def _address(path: str, operation: Operation) -> dict[str, Any]:
    """Write an address."""
    return {
        "address": f"{API}{path}",
        "summary": operation.summary,
        "chapter": operation.tag,
    }
