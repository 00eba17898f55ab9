"""The layers of vector tiles of a snapshot."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import geopandas as gpd
import orjson

from carto.assessment import Assessment
from carto.codes import DEPARTEMENTS
from carto.coverage import union
from carto.drawing.tile_fields import LAYERS, TileLayer, properties
from geodata.storage.draft import DraftSnapshot
from geodata.storage.frame_hash import frame_hash
from geodata.storage.stage_cache import StageCache
from geodata.storage.tiles import MIN_ZOOM, write_tiles

Report = Callable[[str], None]
Facts = Mapping[str, object]

PMTILES = "application/vnd.pmtiles"
# Before it most communes are less than two pixels wide, and a tile weighs 850 KB: the first view of
# France shows départements or EPCI.
COMMUNES_MIN_ZOOM = 6


def write_tile_layers(
    draft: DraftSnapshot, assessment: Assessment, facts: Facts, cache: StageCache, report: Report
) -> None:
    """Write the tiles of every layer that has something into the draft.

    Parameters
    ----------
    draft
        A draft, whose `tiles/<layer>.pmtiles` are written.
    assessment
        The published tables.
    facts
        What the build says of itself: the method, whose thresholds cut the classes.
    cache
        Where the tiles of the same shapes and properties are found.
    report
        Called with one line per layer.
    """
    for layer in LAYERS.values():
        rows = _rows(layer, assessment)
        if not rows.empty:
            report(f"tuiles : {layer.title}")
            _write(layer, rows, facts, draft, cache)


def _rows(layer: TileLayer, assessment: Assessment) -> gpd.GeoDataFrame:
    """Gather the rows of a layer, by rising code; of régions, only those that are whole."""
    rows = assessment.tables[layer.contract.name].sort_values(layer.key)
    if layer.name != "regions":
        return rows
    whole = whole_regions(assessment.departement)
    figures = rows.drop(columns="geometry").rename(columns={layer.key: "region"})
    drawn = whole.merge(figures, on="region", how="left", suffixes=(None, "_"))
    return drawn.rename(columns={"region": layer.key})


def whole_regions(departements: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Dissolve départements into régions, those only that miss none.

    Parameters
    ----------
    departements
        Columns `code_departement`, `region` (missing outside the 101) and polygons.

    Returns
    -------
    geopandas.GeoDataFrame
        Columns `region` and geometry, by rising code, in the CRS given.
    """
    known = set(departements["code_departement"])
    missing = {region for code, (_, region) in DEPARTEMENTS.items() if code not in known}
    shapes = {
        str(region): union(members.geometry.to_numpy())
        for region, members in departements.groupby("region")
        if region not in missing
    }
    return gpd.GeoDataFrame(
        {"region": list(shapes)}, geometry=list(shapes.values()), crs=departements.crs
    )


def _write(
    layer: TileLayer,
    rows: gpd.GeoDataFrame,
    facts: Facts,
    draft: DraftSnapshot,
    cache: StageCache,
) -> None:
    """Write the tiles of one layer."""
    path = f"tiles/{layer.name}.pmtiles"
    said = _properties(layer, rows, facts)
    first_zoom = COMMUNES_MIN_ZOOM if layer.name == "communes" else MIN_ZOOM

    def make() -> bytes:
        file = draft.folder / path
        write_tiles(rows.geometry, said, file, title=layer.title, min_zoom=first_zoom)
        return file.read_bytes()

    data = cache.through(f"tiles-{layer.name}", _fingerprint(rows, said), make)
    draft.write_file(path, data, title=f"Tuiles : {layer.title}", mediatype=PMTILES)


def _properties(layer: TileLayer, rows: gpd.GeoDataFrame, facts: Facts) -> list[dict[str, Any]]:
    """Say what the tiles hold of each row."""
    indicators = layer.indicators(facts)
    plain = rows.drop(columns="geometry").astype(object)
    records: list[dict[str, Any]] = plain.where(plain.notna(), None).to_dict("records")  # type: ignore[assignment]
    return [properties(layer, row, indicators) for row in records]


def _fingerprint(rows: gpd.GeoDataFrame, said: list[dict[str, Any]]) -> str:
    """Fingerprint of the shapes of a layer and of what its tiles say of them."""
    return f"{frame_hash(rows, ('geometry',))}-{hashlib.sha256(orjson.dumps(said)).hexdigest()}"
