"""Coordinates come in the system that is asked for, in the order of its axes."""

from __future__ import annotations

import numpy as np
import pytest

from webapp.errors import ParameterError
from webapp.ogc.features.reference_systems import CRS84, EPSG_4326, SYSTEMS, read_system

BREST = np.array([[-4.48599, 48.39029]])


def test_latitude_comes_first_in_4326():
    assert EPSG_4326.of_longitudes(BREST).tolist() == [[48.39029, -4.48599]]
    assert EPSG_4326.to_longitudes(BREST[:, ::-1]).tolist() == BREST.tolist()


@pytest.mark.parametrize("name", [*SYSTEMS])
def test_a_position_comes_back_to_a_centimetre(name: str):
    system = SYSTEMS[name]
    places = np.array([[-4.48599, 48.39029], [55.45, -20.88], [9.4, 41.9], [-52.3, 4.9]])
    back = system.to_longitudes(system.of_longitudes(places))
    assert np.abs(back - places).max() < 1e-7


def test_metres_are_those_of_the_formula():
    pole = read_system("crs", "EPSG:3857").of_longitudes(np.array([[180.0, 0.0]]))
    assert pole[0].tolist() == pytest.approx([20_037_508.343, 0.0], abs=1e-3)
    origin = read_system("crs", "EPSG:2154").of_longitudes(np.array([[3.0, 46.5]]))
    assert origin[0].tolist() == pytest.approx([700_000, 6_600_000], abs=1e-3)


@pytest.mark.parametrize("text", ["", "2154", "EPSG:27572", "urn:ogc:def:crs:EPSG::4326", "é"])
def test_other_systems_are_refused(text: str):
    with pytest.raises(ParameterError, match="n'est pas servi"):
        read_system("crs", text)


def test_without_a_name_it_is_longitude_then_latitude():
    assert read_system("crs", None) is CRS84
