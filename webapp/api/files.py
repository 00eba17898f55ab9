"""The published files of a snapshot: tables, tiles, quarantine and the manifest itself.

`/donnees/<snapshot>/datapackage.json` is a Data Package whose relative paths are the addresses of
the other files, so that a client of Data Packages can read the whole snapshot from here.
"""

from __future__ import annotations

from flask import Blueprint, Response, request

from webapp import parameters
from webapp.byte_ranges import file_answer
from webapp.caching import IMMUTABLE
from webapp.snapshots.current_snapshot import pinned_files
from webapp.snapshots.published_files import media_type, published_path

blueprint = Blueprint("files", __name__, url_prefix="/donnees/<snapshot_id>")


@blueprint.get("/<path:name>")
def published_file(snapshot_id: str, name: str) -> Response:
    """Answer with a file that the manifest lists, whole or by range; no other can be reached."""
    parameters.require_known(request.args)
    snapshot = pinned_files(snapshot_id)
    path = published_path(snapshot, name)
    response = file_answer(path, media_type(snapshot, name), snapshot.id)
    response.headers["Cache-Control"] = IMMUTABLE
    return response
