"""`/fond/<z>/<x>/<y>.png`: the tiles of the basemap, when the site has one."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from flask import Blueprint, Flask, Response, current_app

from webapp.basemap.plan_ign import Box, PlanIgn, is_near
from webapp.basemap.tile_cache import TileCache
from webapp.errors import UnknownResourceError
from webapp.house.site_settings import IGN
from webapp.settings import WebSettings
from webapp.snapshots.current_snapshot import current, pinned

blueprint = Blueprint("basemap", __name__, url_prefix="/fond")

TILES = "/fond/{z}/{x}/{y}.png"
CACHE_FOLDER = "fond"
MOST_BYTES = 512 << 20
_EXTENSION = "carto_basemap"
_A_DAY = "public, max-age=86400"
_A_MINUTE = "public, max-age=60"


def attach_basemap(app: Flask, settings: WebSettings) -> None:
    """Give an application its basemap, if the site asks for one."""
    is_wanted = settings.site.fond == IGN
    cache = TileCache(settings.data_dir / "cache" / CACHE_FOLDER, MOST_BYTES)
    app.extensions[_EXTENSION] = PlanIgn(cache) if is_wanted else None
    app.jinja_env.globals["basemap_tiles"] = TILES if is_wanted else ""


@blueprint.get("/<int:z>/<int:x>/<int:y>.png")
def tile(z: int, x: int, y: int) -> Response:
    """Answer with a tile near the published communes; nothing when it cannot be had now."""
    basemap = cast("PlanIgn | None", current_app.extensions[_EXTENSION])
    if basemap is None:
        raise UnknownResourceError("Ce site n'a pas de fond de plan.")
    if not any(is_near(z, x, y, box) for box in _boxes(current().id)):
        raise UnknownResourceError("Cette tuile du fond de plan est loin des communes publiées.")
    found = basemap.tile(z, x, y)
    answer = Response(found, mimetype="image/png") if found else Response(status=204)
    answer.headers["Cache-Control"] = _A_DAY if found else _A_MINUTE
    return answer


@lru_cache(maxsize=2)
def _boxes(snapshot_id: str) -> tuple[Box, ...]:
    """Boxes of the points of the communes of a snapshot, by département."""
    snapshot = pinned(snapshot_id)
    points: dict[str, list[tuple[float, float]]] = {}
    for row in snapshot.communes.values():
        points.setdefault(row["departement"], []).append((row["longitude"], row["latitude"]))
    return tuple(
        (*map(min, zip(*mine, strict=True)), *map(max, zip(*mine, strict=True)))
        for mine in points.values()
    )
