"""TopoJSON of territories: their units and the outlines around these, borders drawn once.

Neighbours share arcs, so a border has one shape at every zoom, no sliver and no gap, and EPCI
outlines cost a few indices. Only codes travel here; values are joined by the reader. The communes
of a zone, or all cells, are simplified and cut once, and each territory takes its arcs: a border
has the same shape on the map of the EPCI and on that of the département.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import orjson
import pandas as pd
import shapely
from numpy.typing import NDArray

from carto.cells import simplify_cells, unite
from carto.coverage import dissolve
from carto.drawing.projecting.unit_projection import UnitCut
from geodata.storage.arcs import SharedArcs, Uses, share_arcs

WGS84 = 4326
TOLERANCE_M = 200.0
# Degrees: 1.1 m northwards, 0.7 m eastwards at 48° north.
GRID = 1e-5


@dataclass(frozen=True)
class Detail:
    """How fine shapes are: detail given up, in metres, then the grid they are put on, in degrees.

    See `zone_topologies` for the tolerance.
    """

    tolerance_m: float
    grid: float


OF_TERRITORY = Detail(TOLERANCE_M, 1e-4)
OF_COUNTRY = Detail(1000.0, 1e-3)

Rows = NDArray[np.int64]


def zone_topologies(
    communes: gpd.GeoDataFrame, territories: Mapping[str, Rows], tolerance_m: float = TOLERANCE_M
) -> Iterator[tuple[str, bytes]]:
    """Write the topology of each territory of a zone.

    Parameters
    ----------
    communes
        Communes of the zone in its metric projection, sorted by `code_insee`, a coverage (see
        `carto.zones`); columns `code_insee`, `siren_epci` (missing for a commune without EPCI).
    territories
        Name of a territory → positions of its communes, rising, never empty.
    tolerance_m
        Detail given up, in metres: corners whose triangle is smaller than its square go
        (Visvalingam), on both sides of a border alike.

    Yields
    ------
    tuple of str and bytes
        Name, and TopoJSON in WGS 84 on a grid of 1e-5 degree; object `units`, the communes
        (property `code`: INSEE code), and object `borders`, the EPCI (property `code`: SIREN),
        whose outlines are those of the members in this territory. The same bytes for the same
        communes.
    """
    polygons = shapely.normalize(communes.geometry.to_numpy())
    simple = shapely.coverage_simplify(polygons, tolerance_m)
    simple = gpd.GeoSeries(simple, crs=communes.crs).to_crs(WGS84).to_numpy()
    codes, sirens = communes["code_insee"].to_list(), communes["siren_epci"]
    groups = {name: _by_epci(sirens.iloc[rows], rows) for name, rows in territories.items()}
    outlined = {tuple(rows): rows for group in groups.values() for rows in group.values()}
    outlines = [dissolve(simple[rows]) for rows in outlined.values()]
    shapes = np.concatenate([simple, np.array(outlines, dtype=object)])
    shared = share_arcs(shapely.normalize(shapes), GRID)
    writer = _Writer(shared, GRID)
    outline_of = {rows: len(codes) + rank for rank, rows in enumerate(outlined)}
    for name, rows in territories.items():
        epci = {siren: outline_of[tuple(mine)] for siren, mine in groups[name].items()}
        units = {codes[row]: int(row) for row in rows}
        yield name, writer.write({"units": units, "borders": epci})


def unit_topologies(
    zones: Iterable[gpd.GeoDataFrame], cuts: Mapping[str, UnitCut], detail: Detail
) -> Iterator[tuple[str, bytes]]:
    """Write the topology of territories that colour EPCI or départements.

    Parameters
    ----------
    zones
        Cells of each metric projection, see `carto.cells.cut_cells`.
    cuts
        Name of a map → how cells are cut into it.
    detail
        How fine the shapes are.

    Yields
    ------
    tuple of str and bytes
        Name, and TopoJSON as that of the communes, on the grid of the detail: object `units`,
        object `borders`, the wider territories around them, and object `outline`, the territory
        itself.
    """
    cells = pd.concat([simplify_cells(zone, detail.tolerance_m).to_crs(WGS84) for zone in zones])
    columns = sorted({name for cut in cuts.values() for name in (cut.units, cut.borders)})
    shapes = {(name, code): shape for name in columns for code, shape in unite(cells, name).items()}
    insides = {name: cells[cut.inside(cells)] for name, cut in cuts.items()}
    shapes |= {("", name): dissolve(one.geometry.to_numpy()) for name, one in insides.items()}
    place = {key: rank for rank, key in enumerate(shapes)}
    listed = np.array(list(shapes.values()), dtype=object)
    writer = _Writer(share_arcs(shapely.normalize(listed), detail.grid), detail.grid)
    for name, cut in cuts.items():
        inside = insides[name]
        yield (
            name,
            writer.write(
                {
                    "units": _places(place, cut.units, inside),
                    "borders": _places(place, cut.borders, inside),
                    "outline": {name: place["", name]},
                }
            ),
        )


def _places(
    place: Mapping[tuple[str, str], int], column: str, cells: gpd.GeoDataFrame
) -> dict[str, int]:
    """Places of the shapes of the territories that cells belong to, by rising code."""
    return {code: place[column, code] for code in sorted(set(cells[column])) if code}


def _by_epci(sirens: Any, rows: Rows) -> dict[str, Rows]:
    """Positions of the members of each EPCI in a territory, by rising SIREN."""
    found = sirens.groupby(sirens.to_numpy(dtype=object)).indices
    return {str(siren): rows[mine] for siren, mine in sorted(found.items())}


class _Writer:
    """Writes topologies that take some of the shapes of one set."""

    def __init__(self, shared: SharedArcs, grid: float) -> None:
        self._grid = grid
        self._uses = shared.uses
        self._texts = [_arc(arc) for arc in shared.arcs]
        self._low = np.array([arc.min(axis=0) for arc in shared.arcs])
        self._high = np.array([arc.max(axis=0) for arc in shared.arcs])

    def write(self, objects: Mapping[str, Mapping[str, int]]) -> bytes:
        """Write one topology; each object gives the shapes of its codes, in their order."""
        shapes = [shape for one in objects.values() for shape in one.values()]
        taken = sorted({_unsigned(arc) for shape in shapes for arc in _flat(self._uses[shape])})
        number = {arc: rank for rank, arc in enumerate(taken)}
        number |= {~arc: ~rank for arc, rank in number.items()}
        bounds = (*self._low[taken].min(axis=0), *self._high[taken].max(axis=0))
        head = {
            "type": "Topology",
            "bbox": [round(float(side) * self._grid, 5) for side in bounds],
            "transform": {"scale": [self._grid, self._grid], "translate": [0, 0]},
            "objects": {name: self._collection(shapes, number) for name, shapes in objects.items()},
        }
        arcs = b",".join([self._texts[arc] for arc in taken])
        return orjson.dumps(head)[:-1] + b',"arcs":[' + arcs + b"]}"

    def _collection(self, shapes: Mapping[str, int], number: Mapping[int, int]) -> dict[str, Any]:
        """Describe one object, its arcs renumbered."""
        return {
            "type": "GeometryCollection",
            "geometries": [
                {"properties": {"code": code}, **_geometry(self._uses[shape], number)}
                for code, shape in shapes.items()
            ],
        }


def _geometry(uses: Uses, number: Mapping[int, int]) -> dict[str, Any]:
    """Describe one shape."""
    polygons = [[[number[arc] for arc in ring] for ring in polygon] for polygon in uses]
    if len(polygons) == 1:
        return {"type": "Polygon", "arcs": polygons[0]}
    return {"type": "MultiPolygon", "arcs": polygons}


def _arc(cells: NDArray[np.int64]) -> bytes:
    """Write an arc: its first vertex, then the steps to each other."""
    steps = np.array(cells, order="C")
    steps[1:] -= cells[:-1]
    return orjson.dumps(steps, option=orjson.OPT_SERIALIZE_NUMPY)


def _flat(uses: Uses) -> Sequence[int]:
    """Arcs of all rings of a shape."""
    return [arc for polygon in uses for ring in polygon for arc in ring]


def _unsigned(arc: int) -> int:
    """Give the number of an arc, whatever the direction."""
    return arc if arc >= 0 else ~arc
