"""`/api/v1/diff`: what changed from one release to another, as the build has kept it."""

from __future__ import annotations

from flask import Blueprint, Response, request

from carto.said_back import said_back
from geodata.storage.data_dir import SNAPSHOT_ID_PATTERN
from webapp import parameters
from webapp.api.description.operation import Operation, Parameter, described
from webapp.api.description.tags import RELEASES
from webapp.api.schemas.releases import COMPARISON
from webapp.caching import validated_by_its_bytes
from webapp.errors import UnknownResourceError
from webapp.evolutions.stored_evolutions import Evolution, stored_evolutions
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("api_diff", __name__, url_prefix="/api/v1")

_ID = {"type": "string", "pattern": f"^{SNAPSHOT_ID_PATTERN}$"}


@blueprint.get("/diff")
@described(
    Operation(
        RELEASES,
        "Ce qui a changé d'un instantané à l'autre",
        COMPARISON,
        "Les communes dont le verdict a changé, avec les causes ; la dernière comparaison par "
        "défaut.",
        (
            Parameter("avant", "Identifiant du premier instantané.", _ID),
            Parameter("apres", "Identifiant du second ; celui qui est servi par défaut.", _ID),
        ),
        errors=(404,),
    )
)
def diff() -> Response:
    """Answer with a comparison: by default, the last one that leads to the snapshot served."""
    parameters.require_known(request.args, "avant", "apres")
    found = _kept(request.args.get("avant"), request.args.get("apres"))
    return validated_by_its_bytes(json_answer(found))


def _kept(before: str | None, after: str | None) -> Evolution:
    """Find a comparison."""
    evolutions = stored_evolutions()
    after = after or current().id
    if before is not None:
        return evolutions.between(before, after)
    kept = evolutions.leading_to(after)
    if not kept:
        raise UnknownResourceError(
            f"Aucune comparaison ne mène à « {said_back(after)} » ; une comparaison est "
            "gardée à chaque construction qui en suit une autre du même territoire."
        )
    return kept[0]
