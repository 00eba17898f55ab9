"""The projections as formulas agree with the library that the build projects with."""

from __future__ import annotations

import numpy as np
import pytest
from pyproj import Transformer

from carto.crs import metric_crs
from carto.legal_projection import to_metres

# A département of each projection, a point of it, and how far formulas may be, metres.
PLACES = {
    **{"29": (-4.5, 48.4, 1e-4), "2A": (8.7, 41.9, 1e-4), "67": (7.7, 48.6, 1e-4)},
    **{"971": (-61.5, 16.2, 1e-4), "973": (-53.0, 4.0, 1e-4), "974": (55.5, -21.1, 1e-4)},
    **{"976": (45.1, -12.8, 1e-4), "975": (-56.2, 46.9, 1e-4), "986": (-176.2, -13.3, 1e-4)},
    **{"987": (-149.5, -17.6, 1.0), "988": (165.5, -21.3, 1e-4)},
}


@pytest.mark.parametrize("departement", PLACES)
def test_points_are_projected_as_the_library_does(departement: str) -> None:
    longitude, latitude, tolerance = PLACES[departement]
    around = np.linspace(-1.5, 1.5, 9)
    degrees = longitude + around, latitude - around / 2
    library = Transformer.from_crs(4326, metric_crs(departement), always_xy=True)
    found, expected = to_metres(*degrees, departement), library.transform(*degrees)
    np.testing.assert_allclose(found, expected, rtol=0, atol=tolerance)


def test_one_point_gives_two_numbers() -> None:
    x, y = to_metres(3.0, 46.5, "29")
    assert isinstance(x, float)
    assert (round(x, 4), round(y, 4)) == (700_000, 6_600_000)
