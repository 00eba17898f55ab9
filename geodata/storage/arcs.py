"""Arcs: the lines that shapes share, cut once where their neighbours change (TopoJSON's model).

Rings are rounded to a grid, then cut at their junctions: the vertices where not all rings that
pass come from, and go to, the same two neighbours. What lies between two junctions is one arc,
whoever passes there and in whichever direction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# Polygons of a shape, their rings (the outer one first), their arcs; `~n` is arc n walked back.
Uses = list[list[list[int]]]

_SMALLEST_RING = 3
_SPAN = 1 << 32  # cells that a coordinate may take, half of them below zero


@dataclass(frozen=True)
class SharedArcs:
    """Shapes as arcs.

    Attributes
    ----------
    arcs
        Vertices of each arc on the grid, shape (k, 2), k ≥ 2, both ends included.
    uses
        The arcs of each shape, in the order given.
    """

    arcs: list[Ints]
    uses: list[Uses]


@dataclass(frozen=True)
class _Rings:
    """Rings one after the other, without their closing vertex.

    Attributes
    ----------
    vertex
        Number of the vertex at each step, equal where the cell of the grid is.
    ring
        Number of the ring at each step, from 0.
    start
        First step of each ring.
    """

    vertex: Ints
    ring: Ints
    start: Ints

    @property
    def length(self) -> Ints:
        """Steps of each ring."""
        return np.diff(self.start, append=len(self.vertex))

    def shifted(self, steps: int) -> Ints:
        """Step found so many steps further on the same ring."""
        start, length = self.start[self.ring], self.length[self.ring]
        return np.asarray(start + (np.arange(len(self.ring)) - start + steps) % length)


def share_arcs(shapes: NDArray[np.object_], grid: float) -> SharedArcs:
    """Cut shapes into the arcs that they share.

    Parameters
    ----------
    shapes
        Polygons or multipolygons, none empty, shape (n,).
    grid
        Side of a cell of the grid, in the unit of the shapes.

    Returns
    -------
    SharedArcs
        Arcs in the order of their first vertices: the same for the same shapes.
    """
    parts, shape_of = shapely.get_parts(shapes, return_index=True)
    lines, part_of = shapely.get_rings(parts, return_index=True)
    rings, cells = _on_grid(lines, grid)
    is_junction = _junctions(rings, len(cells))
    path, first, last = _paths(rings, is_junction)
    ahead = path[first] * len(cells) + path[first + 1]
    back = path[last] * len(cells) + path[last - 1]
    _, example, number = np.unique(np.minimum(ahead, back), return_index=True, return_inverse=True)
    walked = cells[path]
    arcs = [
        walked[first[at] : last[at] + 1][:: 1 if ahead[at] <= back[at] else -1] for at in example
    ]
    signed = np.where(ahead <= back, number, ~number)
    cuts = np.searchsorted(first, rings.start + np.arange(len(rings.start)))
    polygons: list[list[list[int]]] = [[] for _ in parts]
    for part, ring in zip(part_of, np.split(signed, cuts[1:]), strict=True):
        polygons[part].append(ring.tolist())
    uses: list[Uses] = [[] for _ in shapes]
    for shape, polygon in zip(shape_of, polygons, strict=True):
        uses[shape].append(polygon)
    return SharedArcs(arcs, uses)


def _on_grid(lines: NDArray[np.object_], grid: float) -> tuple[_Rings, Ints]:
    """Round rings to the grid, without repeated vertices; also the cell of each vertex."""
    points, ring = shapely.get_coordinates(lines, return_index=True)
    is_closing = np.diff(ring, append=-1) != 0
    cells, ring = np.rint(points[~is_closing] / grid).astype(np.int64), ring[~is_closing]
    cell = cells[:, 0] * _SPAN + cells[:, 1] + _SPAN // 2
    rings = _as_rings(cell, ring)
    is_new = cell != cell[rings.shifted(-1)]
    vanishes = np.bincount(ring, is_new, len(rings.start)) < _SMALLEST_RING
    kept = is_new | vanishes[ring]
    known, vertex = np.unique(cell[kept], return_inverse=True)
    place = np.column_stack([known // _SPAN, known % _SPAN - _SPAN // 2])
    return _as_rings(vertex, ring[kept]), place


def _as_rings(vertex: Ints, ring: Ints) -> _Rings:
    """Find where each ring starts."""
    return _Rings(vertex, ring, np.flatnonzero(np.diff(ring, prepend=-1)))


def _junctions(rings: _Rings, count: int) -> NDArray[np.bool_]:
    """Whether rings part at each vertex."""
    before, after = rings.vertex[rings.shifted(-1)], rings.vertex[rings.shifted(1)]
    low, high = np.minimum(before, after), np.maximum(before, after)
    _, example = np.unique(rings.vertex, return_index=True)
    usual = example[rings.vertex]
    parts = np.zeros(count, dtype=bool)
    parts[rings.vertex[(low != low[usual]) | (high != high[usual])]] = True
    return parts


def _paths(rings: _Rings, is_junction: NDArray[np.bool_]) -> tuple[Ints, Ints, Ints]:
    """Walk each ring from a junction, or from its first vertex on the grid, back to it.

    Returns
    -------
    tuple
        Vertices walked, ring after ring; first and last step of each arc among them.
    """
    at = is_junction[rings.vertex]
    steps = np.arange(len(rings.vertex))
    rank = np.where(at, steps - len(steps), rings.vertex)
    is_origin = rank == np.minimum.reduceat(rank, rings.start)[rings.ring]
    _, example = np.unique(rings.ring[is_origin], return_index=True)
    origin = np.flatnonzero(is_origin)[example] - rings.start
    walk = rings.length + 1
    ring = np.repeat(np.arange(len(walk)), walk)
    walk_start = np.cumsum(walk) - walk
    step = np.arange(len(ring)) - walk_start[ring] + origin[ring]
    path = rings.vertex[rings.start[ring] + step % rings.length[ring]]
    is_end = is_junction[path]
    is_end[walk_start] = is_end[walk_start + walk - 1] = True
    ends = np.flatnonzero(is_end)
    inside = ring[ends[:-1]] == ring[ends[1:]]
    return path, ends[:-1][inside], ends[1:][inside]
