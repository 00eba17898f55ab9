"""The layers of vector tiles of a snapshot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import geopandas as gpd

from carto.assessment import Assessment
from geodata.storage.draft import DraftSnapshot
from geodata.storage.frame_hash import frame_hash
from geodata.storage.stage_cache import StageCache
from geodata.storage.tiles import write_tiles

Report = Callable[[str], None]

PMTILES = "application/vnd.pmtiles"


def write_tile_layers(
    draft: DraftSnapshot, assessment: Assessment, cache: StageCache, report: Report
) -> None:
    """Write the tiles of every layer that has something into the draft.

    Parameters
    ----------
    draft
        A draft, whose `tiles/<layer>.pmtiles` are written.
    assessment
        The published tables.
    cache
        Where the tiles of the same shapes are found.
    report
        Called with one line.
    """
    report("tuiles vectorielles")
    layers = (
        ("communes", "code_insee", assessment.communes, "Communes"),
        ("epci", "siren_epci", assessment.epci, "EPCI à fiscalité propre"),
        ("sites", "id", assessment.sites, "Lieux d'aide au numérique"),
    )
    for name, key, frame, title in layers:
        if not frame.empty:
            path = f"tiles/{name}.pmtiles"
            make = partial(_tiles, frame, key, draft.folder / path, title)
            data = cache.through(f"tiles-{name}", frame_hash(frame, (key, "geometry")), make)
            draft.write_file(path, data, title=f"Tuiles : {title}", mediatype=PMTILES)


def _tiles(frame: gpd.GeoDataFrame, key: str, path: Path, title: str) -> bytes:
    """Make the tiles of a layer, where there is room for them."""
    write_tiles(frame, key, path, title=title)
    return path.read_bytes()
