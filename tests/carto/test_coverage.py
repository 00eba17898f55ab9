"""Contours that do not quite share their borders are mended for drawing."""

import numpy as np
import shapely

from carto.coverage import as_coverage, union

LEFT, RIGHT = shapely.box(0, 0, 1000, 1000), shapely.box(1000, 0, 2000, 1000)


def test_a_coverage_stays_what_it_is():
    polygons = np.array([LEFT, RIGHT])
    assert as_coverage(polygons) is polygons


def test_an_overlap_is_given_to_one_side_and_nothing_is_lost():
    polygons = np.array([LEFT, shapely.box(999.5, 0, 2000, 1000)])
    mended = as_coverage(polygons)
    assert shapely.coverage_is_valid(mended)
    assert shapely.area(mended).sum() == shapely.area(shapely.union_all(polygons))


def test_an_invalid_ring_is_mended_into_polygons():
    bow_tie = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    mended = as_coverage(np.array([bow_tie, shapely.box(10, 0, 20, 10)]))
    assert shapely.is_valid(mended).all()
    assert not shapely.is_empty(mended).any()


def test_the_union_does_not_depend_on_the_borders_being_exact():
    overlapping = np.array([LEFT, shapely.box(999.5, 0, 2000, 1000)])
    assert union(overlapping).equals(union(np.array([LEFT, RIGHT])))
