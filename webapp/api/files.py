"""The published files of a snapshot: tables, tiles, quarantine and the manifest itself.

`/donnees/<snapshot>/datapackage.json` is a Data Package whose relative paths are the addresses of
the other files, so that a client of Data Packages can read the whole snapshot from here.
The same addresses without the snapshot last from one publication to the next: they lead to the
file of the snapshot that is served.
"""

from __future__ import annotations

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from geodata.storage.data_dir import is_snapshot_id
from geodata.storage.manifest import MANIFEST
from webapp import links, parameters
from webapp.byte_ranges import file_answer
from webapp.caching import IMMUTABLE
from webapp.snapshots.current_snapshot import current, pinned_files
from webapp.snapshots.published_files import media_type, published_path

blueprint = Blueprint("files", __name__, url_prefix="/donnees")

# What columns mean: to read, and in the manifest of the same snapshot, with sources and licences.
_MEANINGS = '</donnees/dictionnaire>; rel="describedby", <{}>; rel="describedby"'


@blueprint.get("/<snapshot_id>/<path:name>")
def published_file(snapshot_id: str, name: str) -> AnyResponse:
    """Answer with a file that the manifest lists, whole or by range; no other can be reached."""
    if not is_snapshot_id(snapshot_id):
        return current_file(f"{snapshot_id}/{name}")
    parameters.require_known(request.args)
    snapshot = pinned_files(snapshot_id)
    path = published_path(snapshot, name)
    response: Response = file_answer(path, media_type(snapshot, name), snapshot.id)
    response.headers["Cache-Control"] = IMMUTABLE
    response.headers["Link"] = _MEANINGS.format(links.snapshot_file(snapshot.id, MANIFEST))
    return response


@blueprint.get("/<name>")
def current_file(name: str) -> AnyResponse:
    """Lead to a file of the snapshot that is served, by an address that outlives it."""
    parameters.require_known(request.args)
    snapshot = current()
    published_path(snapshot.snapshot, name)
    answer = redirect(links.snapshot_file(snapshot.id, name), 302)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
