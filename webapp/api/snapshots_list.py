"""`/api/v1/snapshots`: the releases that are published here, the one that is served marked."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, request

from geodata.storage.manifest import MANIFEST
from webapp import links, parameters
from webapp.api.description.operation import Operation, described
from webapp.api.description.query_parameters import LIMIT, OFFSET
from webapp.api.description.tags import RELEASES
from webapp.api.listing import list_document
from webapp.api.schemas.snapshots import SNAPSHOTS
from webapp.caching import also_depends_on
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.releases import Release, releases

blueprint = Blueprint("api_snapshots", __name__, url_prefix="/api/v1")


@blueprint.get("/snapshots")
@described(
    Operation(
        RELEASES,
        "Les instantanés publiés ici",
        SNAPSHOTS,
        "Le plus récent d'abord ; celui qui est servi est marqué. Les fichiers de tous restent à "
        "leurs adresses, qui portent leur identifiant.",
        (LIMIT, OFFSET),
    )
)
def snapshots() -> Response:
    """Answer with the published snapshots, the newest first."""
    parameters.require_known(request.args, "limit", "offset")
    page = parameters.read_page(request.args)
    served = current().id
    rows = [{"release": release} for release in releases()]
    also_depends_on(*(row["release"].id for row in rows))
    document = list_document(
        served, "snapshots", rows, page, lambda row: _written(row["release"], served)
    )
    return json_answer(document)


def _written(release: Release, served: str) -> dict[str, Any]:
    """Write a release, and where its manifest is."""
    return {
        **asdict(release),
        "is_current": release.id == served,
        "links": {"manifest": links.snapshot_file(release.id, MANIFEST)},
    }
