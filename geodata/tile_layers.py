"""The layers of vector tiles of a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import geopandas as gpd

from carto.assessment import Assessment
from carto.codes import DEPARTEMENTS
from carto.coverage import union
from geodata.storage.draft import DraftSnapshot
from geodata.storage.frame_hash import frame_hash
from geodata.storage.stage_cache import StageCache
from geodata.storage.tiles import MIN_ZOOM, write_tiles

Report = Callable[[str], None]

PMTILES = "application/vnd.pmtiles"
# Before it most communes are less than two pixels wide, and a tile weighs 850 KB: the first view of
# France shows départements or EPCI.
COMMUNES_MIN_ZOOM = 6


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer: its name, title and first zoom, its rows, and the column of their code."""

    name: str
    title: str
    min_zoom: int
    frame: gpd.GeoDataFrame
    code: str


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
        Called with one line per layer.
    """
    for layer in _layers(assessment):
        if not layer.frame.empty:
            report(f"tuiles : {layer.title}")
            _write(layer, draft, cache)


def _layers(assessment: Assessment) -> Iterator[Layer]:
    """Yield the layers of a snapshot."""
    departements = assessment.departement
    yield Layer("communes", "Communes", COMMUNES_MIN_ZOOM, assessment.communes, "code_insee")
    yield Layer("epci", "EPCI à fiscalité propre", MIN_ZOOM, assessment.epci, "siren_epci")
    yield Layer("departements", "Départements", MIN_ZOOM, departements, "code_departement")
    yield Layer("regions", "Régions", MIN_ZOOM, whole_regions(departements), "region")
    yield Layer("sites", "Lieux d'aide au numérique", MIN_ZOOM, assessment.sites, "id")


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


def _write(layer: Layer, draft: DraftSnapshot, cache: StageCache) -> None:
    """Write the tiles of one layer."""
    path = f"tiles/{layer.name}.pmtiles"

    def make() -> bytes:
        file = draft.folder / path
        write_tiles(layer.frame, layer.code, file, title=layer.title, min_zoom=layer.min_zoom)
        return file.read_bytes()

    data = cache.through(
        f"tiles-{layer.name}", frame_hash(layer.frame, (layer.code, "geometry")), make
    )
    draft.write_file(path, data, title=f"Tuiles : {layer.title}", mediatype=PMTILES)
