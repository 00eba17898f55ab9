"""Topologies joined and cut: the units that one asks for, out of those of several maps.

The maps of a zone take their arcs from one set (see `geodata.storage.topology`): a border is the
same line, to the last vertex, on the map of either side. Joining maps is then telling equal arcs;
what is outside a unit on one side only is the border of all of them. No geometry is computed.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
# Polygons of a unit, their rings (the outer one first), their arcs; `~n` is arc n walked back.
Uses = list[list[list[int]]]
Ring = list[int]

_DECIMALS = 5


@dataclass(frozen=True, eq=False)
class JoinedTopology:
    """Units made of shared arcs.

    Attributes
    ----------
    arcs
        Vertices of each arc on the grid, shape (k, 2).
    units
        What each unit is made of, by code, in the order of the codes.
    grid
        Side of a cell of the grid, degrees.
    """

    arcs: tuple[Ints, ...]
    units: Mapping[str, Uses]
    grid: float

    def rings_around(self, codes: Collection[str]) -> list[Ring]:
        """Outline some units, their inner borders left out.

        Parameters
        ----------
        codes
            Codes of units.

        Returns
        -------
        list of list of int
            Rings as the arcs that they are made of.
        """
        walked = [arc for code in codes for arc in _arcs_of(self.units[code])]
        times = Counter(map(_unsigned, walked))
        return _chained([arc for arc in walked if times[_unsigned(arc)] == 1], self._ends)

    def borders_between(self, group_of: Mapping[str, str]) -> list[int]:
        """Arcs that part two units of different groups.

        Parameters
        ----------
        group_of
            Group of each unit, by code.
        """
        sides: dict[int, list[str]] = defaultdict(list)
        for code, uses in self.units.items():
            for arc in _arcs_of(uses):
                sides[_unsigned(arc)].append(group_of[code])
        return [arc for arc, groups in sorted(sides.items()) if len(set(groups)) > 1]

    def line(self, ring: Ring) -> Ints:
        """Vertices of arcs walked one after the other, on the grid; each joint is written once."""
        walks = [self._walked(arc) for arc in ring]
        return np.concatenate([walks[0], *(walk[1:] for walk in walks[1:])])

    def written(self, borders: Mapping[str, Collection[str]]) -> bytes:
        """Write the topology as TopoJSON.

        Parameters
        ----------
        borders
            Codes of the units of each wider territory to outline, by its own code.

        Returns
        -------
        bytes
            Objects `units` and `borders`, each of whose geometries has a `code`.
        """
        every = np.concatenate(self.arcs)
        bounds = (*every.min(axis=0).tolist(), *every.max(axis=0).tolist())
        outlines = {code: self.rings_around(units) for code, units in borders.items()}
        shapes = [_shape(code, "MultiPolygon", uses) for code, uses in self.units.items()]
        lines = [_shape(code, "MultiLineString", rings) for code, rings in outlines.items()]
        document = {
            "type": "Topology",
            "bbox": [round(side * self.grid, _DECIMALS) for side in bounds],
            "transform": {"scale": [self.grid, self.grid], "translate": [0, 0]},
            "objects": {"units": _collection(shapes), "borders": _collection(lines)},
            "arcs": [np.diff(arc, axis=0, prepend=0).tolist() for arc in self.arcs],
        }
        return json.dumps(document, separators=(",", ":")).encode()

    def _walked(self, arc: int) -> Ints:
        """Vertices of an arc, in the direction that it is walked."""
        return self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]

    def _ends(self, arc: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """First and last vertices of an arc as it is walked."""
        walk = self._walked(arc)
        return tuple(walk[0].tolist()), tuple(walk[-1].tolist())


def join_topologies(
    documents: Iterable[Mapping[str, Any]], codes: Collection[str]
) -> JoinedTopology:
    """Take some units out of the topologies of maps of one zone.

    Parameters
    ----------
    documents
        TopoJSON read as mappings, all on one grid; a unit that several hold is taken once.
    codes
        Codes of the units wanted.

    Raises
    ------
    ValueError
        When no topology holds one of them, or grids differ.
    """
    arcs: list[Ints] = []
    number: dict[bytes, int] = {}
    units: dict[str, Uses] = {}
    grids: set[float] = set()
    for document in documents:
        grids.add(document["transform"]["scale"][0])
        held = {
            unit["properties"]["code"]: unit for unit in document["objects"]["units"]["geometries"]
        }
        for code in sorted((set(codes) - units.keys()) & held.keys()):
            units[code] = [
                [[_taken(arc, document["arcs"], arcs, number) for arc in ring] for ring in polygon]
                for polygon in _polygons(held[code])
            ]
    missing = sorted(set(codes) - units.keys())
    if missing or len(grids) != 1:
        raise ValueError(f"units {missing} or grids {sorted(grids)} cannot be joined")
    return JoinedTopology(tuple(arcs), dict(sorted(units.items())), grids.pop())


def _taken(arc: int, steps: list[Any], arcs: list[Ints], number: dict[bytes, int]) -> int:
    """Take an arc of a document, once; return its number, with its direction."""
    vertices = np.cumsum(np.array(steps[_unsigned(arc)], dtype=np.int64), axis=0)
    rank = number.setdefault(vertices.tobytes(), len(arcs))
    if rank == len(arcs):
        arcs.append(vertices)
    return rank if arc >= 0 else ~rank


def _polygons(unit: Mapping[str, Any]) -> Uses:
    """Read the polygons of a unit."""
    polygons: Uses = unit["arcs"] if unit["type"] == "MultiPolygon" else [unit["arcs"]]
    return polygons


def _chained(arcs: list[int], ends: Any) -> list[Ring]:
    """Put arcs end to end into rings."""
    starting: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for arc in reversed(arcs):
        starting[ends(arc)[0]].append(arc)
    rings: list[Ring] = []
    left = set(arcs)
    for arc in arcs:
        if arc not in left:
            continue
        ring: Ring = []
        first, here = ends(arc)[0], ends(arc)[0]
        while not ring or here != first:
            taken = starting[here].pop()
            left.discard(taken)
            ring.append(taken)
            here = ends(taken)[1]
        rings.append(ring)
    return rings


def _shape(code: str, type_: str, arcs: Any) -> dict[str, Any]:
    """Write a geometry."""
    return {"type": type_, "properties": {"code": code}, "arcs": arcs}


def _collection(geometries: list[dict[str, Any]]) -> dict[str, Any]:
    """Gather geometries."""
    return {"type": "GeometryCollection", "geometries": geometries}


def _arcs_of(uses: Uses) -> Iterator[int]:
    """Walk the arcs of all rings of a unit."""
    for polygon in uses:
        for ring in polygon:
            yield from ring


def _unsigned(arc: int) -> int:
    """Give the number of an arc, whatever the direction."""
    return arc if arc >= 0 else ~arc
