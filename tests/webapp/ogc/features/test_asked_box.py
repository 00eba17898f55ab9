"""A box keeps the features that touch it, whichever the system it is written in."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from tests.webapp.sample import SQUARES
from webapp.errors import ParameterError
from webapp.ogc.features.asked_box import read_box
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import LAMBERT_93, SYSTEMS

BREST = "-4.5,48.37,-4.48,48.38"


def kept(table: FeatureTable, **query: str) -> list[str]:
    """Ids of the features that a box keeps."""
    box = read_box(MultiDict({name.replace("_", "-"): text for name, text in query.items()}))
    assert box is not None
    return table.ids.at(np.flatnonzero(box.mask(table)).tolist())


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (BREST, ["29019"]),
        ("-4.5,48.37,-10,-4.48,48.38,9000", ["29019"]),
        ("-4.52969,48.1,-4.52969,48.9", ["29042"]),
        ("0,0,1,1", []),
        ("-180,-90,180,90", [*SQUARES]),
        ("170,48,-170,49", []),
        ("0,-90,-4.9,90", ["29155"]),
    ],
)
def test_boxes(communes_table: FeatureTable, box: str, expected: list[str]):
    assert kept(communes_table, bbox=box) == expected


@pytest.mark.parametrize("name", [*SYSTEMS])
def test_the_same_box_in_any_system(communes_table: FeatureTable, name: str):
    corners = np.array([[-4.5, 48.37], [-4.48, 48.38]])
    written = SYSTEMS[name].of_longitudes(corners).ravel()
    box = ",".join(map(str, written.tolist()))
    assert kept(communes_table, bbox=box, bbox_crs=name) == ["29019"]


def test_latitudes_first_may_cross_the_antimeridian(communes_table: FeatureTable):
    box = "-90,0,90,-4.9"
    uri = "http://www.opengis.net/def/crs/EPSG/0/4326"
    assert kept(communes_table, bbox=box, bbox_crs=uri) == ["29155"]


@given(st.floats(-5.3, -3.4), st.floats(47.9, 48.6), st.floats(-5.3, -3.4), st.floats(47.9, 48.6))
@settings(max_examples=60, deadline=None)
def test_a_box_keeps_what_the_geometry_library_says(
    communes_table: FeatureTable, west: float, south: float, east: float, north: float
):
    west, east, south, north = *sorted((west, east)), *sorted((south, north))
    area = shapely.box(west, south, east, north)
    expected = [code for code, ring in SQUARES.items() if area.intersects(shapely.Polygon(ring))]
    written = ",".join(f"{side!r}" for side in (west, south, east, north))
    assert kept(communes_table, bbox=written) == expected


@pytest.mark.parametrize(
    "box",
    [
        *("", "1", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,b,c,d", "1,2,3,"),
        *("nan,0,1,1", "NaN,NaN,NaN,NaN", "0,0,inf,1", "0,0,1e400,1", "0,5,1,4", "0,-91,1,1"),
        *("0,0,181,1", "٠,0,1,1", "1_0,0,11,1", " 0,0,1,1", "0,0,1,1" + "0" * 20_000),
    ],
)
def test_what_is_not_a_box_is_refused(box: str):
    with pytest.raises(ParameterError) as refused:
        read_box(MultiDict({"bbox": box}))
    assert refused.value.parameter == "bbox"
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("name", ["EPSG:2154", "EPSG:3857"])
def test_a_box_of_metres_may_be_wider_than_the_earth(communes_table: FeatureTable, name: str):
    assert kept(communes_table, bbox="-1e8,-1e8,1e8,1e8", bbox_crs=name) == [*SQUARES]
    assert kept(communes_table, bbox="1e7,-1e8,1e8,1e8", bbox_crs=name) == []


def test_a_box_of_metres_is_bounded():
    with pytest.raises(ParameterError):
        read_box(MultiDict({"bbox": "0,0,1e9,1", "bbox-crs": LAMBERT_93.uri}))
    with pytest.raises(ParameterError):
        read_box(MultiDict({"bbox": "2,0,1,1", "bbox-crs": LAMBERT_93.uri}))
