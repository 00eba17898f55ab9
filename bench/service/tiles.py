"""Tiles of a snapshot, drawn once: their addresses, and the same as files for nginx."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from geodata.storage.snapshot import Snapshot
from webapp.tiles.tile_archive import TileArchive, open_archive

LAYER = "communes"
_SEED = 7
_DRAWN = 1000


def tile_paths(snapshot: Snapshot) -> list[str]:
    """Draw tiles of the communes, from every zoom, by their address in the service."""
    drawn = random.Random(_SEED)  # noqa: S311 - a draw, not a secret
    names = sorted(_archive(snapshot).names())
    chosen = drawn.sample(names, min(_DRAWN, len(names)))
    return [f"/tuiles/{snapshot.id}/{LAYER}/{name}.mvt" for name in chosen]


def write_tiles(snapshot: Snapshot, paths: list[str], root: Path) -> Path:
    """Write tiles as files, plain and as they lie in the archive; returns the folder."""
    archive = _archive(snapshot)
    for path in paths:
        name = "/".join(path.removesuffix(".mvt").split("/")[-3:])
        written = root / f"{path[1:]}.gz"
        written.parent.mkdir(parents=True, exist_ok=True)
        packed = archive.tile(name) or b""
        written.write_bytes(packed)
        written.with_suffix("").write_bytes(gzip.decompress(packed))
    return root


def _archive(snapshot: Snapshot) -> TileArchive:
    return open_archive(snapshot.folder / "tiles" / f"{LAYER}.pmtiles", snapshot.id)
