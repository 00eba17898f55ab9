"""Shapes cut into arcs can be put together again, and share all that they share."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon, box

from geodata.storage.arcs import SharedArcs, share_arcs


def rebuilt(shared: SharedArcs) -> list[MultiPolygon]:
    """Shapes on the grid, put together from their arcs."""

    def ring(arcs: list[int]) -> np.ndarray:
        walks = [shared.arcs[arc] if arc >= 0 else shared.arcs[~arc][::-1] for arc in arcs]
        assert all((a[-1] == b[0]).all() for a, b in pairwise(walks))
        return np.vstack([walks[0], *(walk[1:] for walk in walks[1:])])

    return [
        MultiPolygon([(ring(rings[0]), [ring(hole) for hole in rings[1:]]) for rings in polygons])
        for polygons in shared.uses
    ]


def cut(*shapes: shapely.Geometry, grid: float = 1) -> SharedArcs:
    shared = share_arcs(np.array(shapes, dtype=object), grid)
    for shape, again in zip(shapes, rebuilt(shared), strict=True):
        assert again.equals(shapely.transform(shape, lambda points: np.rint(points / grid)))
    return shared


def test_two_neighbours_share_one_arc() -> None:
    shared = cut(box(0, 0, 10, 10), box(10, 0, 20, 10))
    assert len(shared.arcs) == 3
    (((left,),), ((right,),)) = ((use,) for use in shared.uses)
    common = {arc if arc >= 0 else ~arc for arc in left[0]} & {
        arc if arc >= 0 else ~arc for arc in right[0]
    }
    assert [shared.arcs[arc].tolist() for arc in common] == [[[10, 0], [10, 10]]]


def test_an_enclave_is_the_hole_around_it_walked_back() -> None:
    hole = [(2, 2), (2, 4), (4, 4), (4, 2), (2, 2)]
    around = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [hole])
    shared = cut(around, Polygon(hole[::-1]))
    assert len(shared.arcs) == 2
    (((_, (inside,)),), ((alone,),)) = shared.uses
    assert alone == [~inside]


def test_a_dissolved_outline_needs_no_arc_of_its_own() -> None:
    cells = [box(x, y, x + 1, y + 1) for x in range(3) for y in range(3)]
    alone = cut(*cells)
    assert len(cut(*cells, shapely.coverage_union_all(cells)).arcs) == len(alone.arcs)


def test_a_ring_smaller_than_the_grid_still_has_an_arc() -> None:
    speck = box(0.1, 0.1, 0.2, 0.2)
    shared = share_arcs(np.array([box(5, 5, 9, 9), speck]), 1)
    ((((arc,),),),) = shared.uses[1:]
    assert set(map(tuple, shared.arcs[arc].tolist())) == {(0, 0)}


def test_cells_west_and_south_of_the_origin() -> None:
    cut(box(-61.5, 16.2, -61.4, 16.3), box(55.2, -21.1, 55.3, -21.0), grid=0.1)


@given(
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=36),
    st.integers(1, 4),
)
@settings(max_examples=100)
def test_any_part_of_a_chessboard_is_put_together_again(
    cells: set[tuple[int, int]], groups: int
) -> None:
    squares: dict[int, list[Polygon]] = {}
    for x, y in sorted(cells):
        squares.setdefault((3 * x + 5 * y) % groups, []).append(box(x, y, x + 1, y + 1))
    shapes = [shapely.coverage_union_all(mine) for mine in squares.values()]
    shared = cut(*shapely.normalize(np.array(shapes)))
    edges = [
        frozenset((tuple(a), tuple(b))) for arc in shared.arcs for a, b in pairwise(arc.tolist())
    ]
    assert len(edges) == len(set(edges))
