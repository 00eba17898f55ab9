"""Each territory has its legal projection, in which metres are metres."""

from __future__ import annotations

import pytest
from pyproj import CRS, Geod, Transformer

from carto.codes import DEPARTEMENTS
from carto.crs import by_zone, metric_crs, projection_name


@pytest.mark.parametrize(
    ("departement", "epsg"),
    [
        *(("29", 2154), ("2A", 2154), ("971", 5490), ("972", 5490)),
        *(("973", 2972), ("974", 2975), ("975", 4467), ("976", 4471), ("977", 5490)),
        *(("978", 5490), ("986", 8903), ("987", 3297), ("988", 3163)),
    ],
)
def test_legal_projection(departement: str, epsg: int) -> None:
    assert metric_crs(departement) == epsg


def test_every_projection_is_metric_and_named() -> None:
    beyond = ("975", "977", "978", "986", "987", "988")
    for epsg in {metric_crs(departement) for departement in (*DEPARTEMENTS, *beyond)}:
        assert {axis.unit_name for axis in CRS.from_epsg(epsg).axis_info} == {"metre"}
        assert not projection_name(epsg).startswith("EPSG")


def test_an_unknown_projection_is_called_by_its_code() -> None:
    assert projection_name(3857) == "EPSG:3857"


@pytest.mark.parametrize(
    ("departement", "start", "end"),
    [
        ("29", (-4.48, 48.39), (-4.10, 47.99)),
        ("971", (-61.73, 15.99), (-61.53, 16.24)),
        ("972", (-61.07, 14.60), (-60.90, 14.47)),
        ("973", (-52.33, 4.94), (-54.03, 5.50)),
        ("974", (55.45, -20.88), (55.48, -21.34)),
        ("975", (-56.17, 46.78), (-56.38, 47.10)),
        ("976", (45.23, -12.78), (45.10, -12.97)),
        ("977", (-62.85, 17.90), (-62.79, 17.89)),
        ("978", (-63.08, 18.07), (-63.05, 18.10)),
        ("986", (-176.17, -13.28), (-178.16, -14.30)),
        ("987", (-149.57, -17.54), (-149.20, -17.75)),
        ("988", (166.44, -22.27), (164.86, -21.06)),
    ],
)
def test_distances_are_true_to_a_thousandth(
    departement: str, start: tuple[float, float], end: tuple[float, float]
) -> None:
    assert length_ratio(departement, start, end) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    ("departement", "start", "end", "ratio"),
    [
        ("2A", (8.74, 41.92), (9.16, 41.39), 1.0026),  # the far south of Lambert-93
        ("987", (-140.10, -8.91), (-139.03, -9.80), 1.0079),  # Marquises
        ("987", (-134.97, -23.12), (-134.90, -23.15), 1.0187),  # Gambier
    ],
)
def test_how_far_from_true_the_edges_are_is_known(
    departement: str, start: tuple[float, float], end: tuple[float, float], ratio: float
) -> None:
    assert length_ratio(departement, start, end) == pytest.approx(ratio, abs=1e-4)


def test_zones_part_all_rows_once() -> None:
    departements = ["29", "988", "2A", "977", "971"]
    zones = dict(by_zone(departements))
    assert list(zones) == [2154, 3163, 5490]
    assert sum(mask.astype(int) for mask in zones.values()).tolist() == [1] * 5
    assert zones[5490].tolist() == [False, False, False, True, True]
    assert list(by_zone([])) == []


def length_ratio(departement: str, start: tuple[float, float], end: tuple[float, float]) -> float:
    """Length in the projection of a département over the true one."""
    _, _, true_m = Geod(ellps="GRS80").inv(*start, *end)
    project = Transformer.from_crs(4326, metric_crs(departement), always_xy=True).transform
    (x0, y0), (x1, y1) = project(*start), project(*end)
    return float(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 / true_m)
