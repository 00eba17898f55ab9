"""`/health`, `/sante` in French: whether this process can answer; `/ready`: whether it wants to."""

from __future__ import annotations

from flask import Blueprint, Response

from webapp.json_answers import json_answer
from webapp.operation.attached import operation
from webapp.operation.readiness import is_stopping
from webapp.operation.updates import update_warnings
from webapp.snapshots.current_snapshot import current
from webapp.views.late_layers import late_layers
from webapp.views.provenance import out_of_date

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
@blueprint.get("/sante")
def health() -> Response:
    """Answer 200 with the snapshot served, 503 with the command to run when there is none.

    Layers that were already old when published are told without being a fault of the service.
    """
    snapshot = current()
    late = out_of_date(snapshot.facts).values()
    warnings = [*snapshot.warnings, *late, *update_warnings()]
    status = "degraded" if warnings else "ok"
    old = late_layers(snapshot.facts)
    warnings += [old] if old else []
    return _fresh({"status": status, "snapshot": snapshot.id, "warnings": warnings})


@blueprint.get("/ready")
def ready() -> Response:
    """Answer 200 when visitors may be sent here, 503 without data or when about to stop."""
    if is_stopping(operation().shared_dir):
        return _fresh({"status": "stopping"}, 503)
    return _fresh({"status": "ready", "snapshot": current().id})


def _fresh(document: dict[str, object], status: int = 200) -> Response:
    """Answer with a document that nobody keeps."""
    response = json_answer(document, status)
    response.headers["Cache-Control"] = "no-store"
    return response
