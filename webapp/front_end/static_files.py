"""Assembled assets under `/static/`: compressed beforehand, cached for ever.

Every name holds a content hash or a version, so an address never changes its content. What other
sites load has an address of its own, kept for a day.
"""

from __future__ import annotations

import mimetypes
from typing import cast

from flask import Blueprint, Flask, Response, current_app

from webapp.caching import IMMUTABLE
from webapp.compression import accepted_coding
from webapp.errors import UnknownResourceError
from webapp.front_end.assets_manifest import AssetsManifest

blueprint = Blueprint("static_files", __name__)

_ADDRESS = "/static/"
_EXTENSION = "carto_assets"
_A_DAY = "public, max-age=86400"
_SUFFIXES = {"br": ".br", "gzip": ".gz"}
_TYPES = {"mjs": "text/javascript", "js": "text/javascript", "css": "text/css"}


def attach_assets(app: Flask, manifest: AssetsManifest) -> None:
    """Serve the assets of `manifest`, and give templates `asset(name)`."""
    app.extensions[_EXTENSION] = manifest
    app.jinja_env.globals["asset"] = asset_address


def asset_address(name: str) -> str:
    """Address of the asset that templates call `name`, for instance `carto.css`.

    Even for a request under a name that no address can hold: its refusal is a page too.

    Raises
    ------
    MissingAssetsError
        When no asset has this name.
    """
    return f"{_ADDRESS}{_manifest().path_of(name)}"


@blueprint.get(f"{_ADDRESS}<path:path>")
def asset(path: str) -> Response:
    """Serve one asset that the manifest lists; its address never changes its content."""
    return _serve(path, IMMUTABLE)


def stable_asset(name: str) -> Response:
    """Serve the asset that templates call `name`, at an address that other sites keep.

    Raises
    ------
    MissingAssetsError
        When no asset has this name.
    """
    response = _serve(_manifest().path_of(name), _A_DAY)
    response.add_etag()
    return response


def _serve(path: str, cache_control: str) -> Response:
    """Serve one asset, in the best coding there is a file for."""
    manifest = _manifest()
    file = manifest.folder / path
    if path not in manifest.files.values() or not file.is_file():
        raise UnknownResourceError("Cette ressource n'existe pas ou plus ; rechargez la page.")
    coding = accepted_coding()
    twin = file.with_name(file.name + _SUFFIXES[coding]) if coding else file
    is_twin = coding is not None and twin.is_file()
    response = Response((twin if is_twin else file).read_bytes(), mimetype=_media_type(path))
    if is_twin and coding is not None:
        response.headers["Content-Encoding"] = coding
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = cache_control
    return response


def _manifest() -> AssetsManifest:
    return cast(AssetsManifest, current_app.extensions[_EXTENSION])


def _media_type(path: str) -> str:
    """Media type of a file by its name; modules are refused by browsers without the right one."""
    suffix = path.rpartition(".")[2]
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
