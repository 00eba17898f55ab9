"""Each territory has its legal projection, in which metres are metres."""

from __future__ import annotations

import pytest
from pyproj import CRS, Geod, Transformer

from carto.codes import DEPARTEMENTS
from carto.crs import metric_crs, projection_name


@pytest.mark.parametrize(
    ("departement", "epsg"),
    [
        *(("29", 2154), ("2A", 2154), ("971", 5490), ("972", 5490)),
        *(("973", 2972), ("974", 2975), ("976", 4471)),
    ],
)
def test_legal_projection(departement: str, epsg: int) -> None:
    assert metric_crs(departement) == epsg


def test_every_projection_is_metric_and_named() -> None:
    for epsg in {metric_crs(departement) for departement in DEPARTEMENTS}:
        assert {axis.unit_name for axis in CRS.from_epsg(epsg).axis_info} == {"metre"}
        assert not projection_name(epsg).startswith("EPSG")


def test_an_unknown_projection_is_called_by_its_code() -> None:
    assert projection_name(3857) == "EPSG:3857"


@pytest.mark.parametrize(
    ("departement", "start", "end"),
    [("29", (-4.48, 48.39), (-4.10, 47.99)), ("974", (55.45, -20.88), (55.48, -21.34))],
)
def test_distances_are_true_to_a_thousandth(
    departement: str, start: tuple[float, float], end: tuple[float, float]
) -> None:
    _, _, true_m = Geod(ellps="GRS80").inv(*start, *end)
    project = Transformer.from_crs(4326, metric_crs(departement), always_xy=True).transform
    (x0, y0), (x1, y1) = project(*start), project(*end)
    assert ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 == pytest.approx(true_m, rel=1e-3)
