"""`/catalogue.jsonld`: the catalogue of the data, for portals that harvest it (DCAT-AP 3)."""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.catalogue.dcat import catalogue_document
from webapp.catalogue.layers import published_layers
from webapp.embedding.public_address import public_address
from webapp.house.theme import site
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("catalogue", __name__)

JSON_LD = "application/ld+json"


@blueprint.get("/catalogue.jsonld")
def catalogue() -> Response:
    """Answer with the catalogue of what is served."""
    parameters.require_known(request.args)
    snapshot = current()
    layers = published_layers(snapshot)
    document = catalogue_document(snapshot, layers, site(), public_address())
    return json_answer(document, mimetype=JSON_LD)
