"""`/api/v1/openapi.json`: the whole of the API, described for programs."""

from __future__ import annotations

from typing import Any, cast

import orjson
from flask import Blueprint, Response, current_app, request

from carto.typography import typeset
from webapp import parameters
from webapp.api.description.document import openapi_document
from webapp.api.description.operation import Operation, described
from webapp.api.description.schema import Component, listed, mapped, members, text
from webapp.api.description.tags import RELEASES
from webapp.api.served_examples import absent_addresses, served_examples
from webapp.caching import validated_by_its_bytes
from webapp.errors import NoSnapshotError
from webapp.house.site_settings import SiteSettings
from webapp.house.theme import site
from webapp.json_answers import JSON
from webapp.links import API
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("api_openapi", __name__, url_prefix=API)

VERSION = "1.0.0"
DOCUMENTATION = "/api"
_EXTENSION = "carto_openapi"
_SAID = (
    "Lecture seule, sans clé ni compte, depuis n'importe quel site (CORS). Une valeur absente est "
    "null, jamais zéro, et `reasons` dit pourquoi. Un paramètre inconnu est une erreur 400. Chaque "
    "réponse nomme l'instantané d'où elle vient (`snapshot`, en-tête `Carto-Snapshot`) ; avec "
    "`If-None-Match`, rien n'est renvoyé de ce qui n'a pas changé. GET, HEAD et OPTIONS sont les "
    "seules méthodes. Les temps de trajet sont des estimations à vol d'oiseau corrigées. Ce qui "
    "porte « /v1 » garde ses adresses, ses noms et leur sens : la page /api en dit les limites."
)


def identity(settings: SiteSettings) -> dict[str, Any]:
    """Say whose service the document describes, and where it is.

    Parameters
    ----------
    settings
        Name, contact and public address of the site.
    """
    root = settings.adresse
    # Each source keeps its own: one name for all would promise what a source may refuse.
    where = {"identifier": "LicenseRef-sources"} if root is None else {"url": f"{root}/sources"}
    contact = {"name": settings.nom}
    if settings.contact is not None:
        mail = settings.contact.removeprefix("mailto:")
        contact |= {"url": mail} if mail == settings.contact else {"email": mail}
    return {
        "info": {
            "title": f"{settings.nom} : inclusion numérique, commune par commune",
            "version": VERSION,
            "summary": "Fibre, lieux d'aide, besoin et verdict de chaque commune.",
            "description": typeset(_SAID),
            "contact": contact,
            "license": {"name": "Licences des sources", **where},
        },
        "servers": [{"url": f"{root or ''}{API}", "description": "Version 1, celle-ci."}],
        **({} if root is None else {"externalDocs": {"url": f"{root}{DOCUMENTATION}"}}),
    }


@blueprint.get("/openapi.json")
@described(
    Operation(
        tag=RELEASES,
        summary="Ce document",
        said="Ce que chaque adresse prend et répond, pour les programmes (OpenAPI 3.1).",
        answer=Component(
            "DocumentOpenApi",
            members(
                {
                    "openapi": text("Version d'OpenAPI."),
                    "info": mapped({}, "De qui est ce service."),
                    "servers": listed(mapped({}), "Où il est."),
                    "security": listed({}, "Rien : ni clé ni compte."),
                    "tags": listed(mapped({}), "Ses chapitres."),
                    "paths": mapped({}, "Ses adresses."),
                    "components": mapped({}, "Ce qu'elles partagent."),
                }
            ),
        ),
    )
)
def openapi() -> Response:
    """Answer with the description of every address of the API."""
    parameters.require_known(request.args)
    return validated_by_its_bytes(Response(_written(), mimetype=JSON))


def _written() -> bytes:
    """Write the document, again when what its examples are drawn from has changed."""
    try:
        snapshot = current()
    except NoSnapshotError:
        return orjson.dumps(openapi_document(current_app, identity(site())))
    drawn_from = (snapshot.id, absent_addresses(snapshot))
    kept = current_app.extensions.get(_EXTENSION)
    if kept is None or kept[0] != drawn_from:
        shown = served_examples(snapshot).shown
        document = openapi_document(current_app, identity(site()), shown)
        kept = drawn_from, orjson.dumps(document)
        current_app.extensions[_EXTENSION] = kept
    return cast(bytes, kept[1])
