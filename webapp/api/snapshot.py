"""`/api/v1/snapshot`: what is served, made from what, and what it lacks."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from webapp import links, parameters
from webapp.api.description.operation import Operation, described
from webapp.api.description.tags import RELEASES
from webapp.api.schemas.releases import SNAPSHOT_FACTS
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

blueprint = Blueprint("api_snapshot", __name__, url_prefix="/api/v1")

# Folders of the files that pages draw maps from.
_MAPS = ("maps/", "topojson/")

FACTS = (
    *("title", "is_demo", "created", "scope", "cog", "method", "sources", "missing_sources"),
    *("degraded", "verdicts", "checks"),
)


@blueprint.get("/snapshot")
@described(
    Operation(
        RELEASES,
        "Ce qui est servi",
        SNAPSHOT_FACTS,
        "De quand, fait de quelles sources, par quelle méthode ; ce qui y manque et ce que les "
        "contrôles ont trouvé ; les fichiers à télécharger.",
    )
)
def snapshot() -> Response:
    """Answer with the facts of the snapshot, its warnings and its files."""
    parameters.require_known(request.args)
    served = current()
    counts = {
        "communes": len(served.communes),
        "epci": len(served.epci),
        "departements": len(served.departements),
        "sites": len(served.sites),
        "sites_in_scope": sum(row["is_in_scope"] for row in served.sites.values()),
    }
    return json_answer(
        {
            "snapshot": served.id,
            "warnings": list(served.warnings),
            **{name: served.facts.get(name) for name in FACTS},
            "counts": counts,
            "files": _files(served),
            "links": {"manifest": links.snapshot_file(served.id, "datapackage.json")},
        }
    )


def _files(served: LoadedSnapshot) -> list[dict[str, Any]]:
    """List the published tables and tiles, with address and sha256.

    The maps of territories, three thousand for the whole of France, are left to the manifest.
    """
    described = [
        {
            "path": resource["path"],
            "title": resource["title"],
            "mediatype": resource["mediatype"],
            "bytes": resource["bytes"],
            "hash": resource["hash"],
            "href": links.snapshot_file(served.id, resource["path"]),
        }
        for resource in served.snapshot.manifest["resources"]
        if not resource["path"].startswith(_MAPS)
    ]
    return sorted(described, key=lambda file: str(file["path"]))
