"""The figures of a perimeter: those of its communes, and nothing where too few are informed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from carto.planning.scenarios.figures import MEASURED, figures
from carto.verdict.parameters import Parameters


def columns(**changes: Any) -> dict[str, NDArray[Any]]:
    """Columns of three communes, the last one outside the perimeter."""
    usual: dict[str, Any] = {
        "population": [3000.0, 1000.0, 9000.0],
        "sites_count": [1.0, 0.0, 0.0],
        "nearest_site_min": [5.0, 25.0, 60.0],
        "population_beyond_time_share": [np.nan, np.nan, np.nan],
        "accessibility": [2.0, 1.0, 0.0],
        "verdict": np.array(["0", "2", "3"], dtype=object),
        "is_underserved": np.array([False, True, True]),
    }
    return {name: np.asarray(values) for name, values in (usual | changes).items()}


INSIDE = np.array([True, True, False])


def test_only_the_perimeter_counts() -> None:
    found = figures(columns(), INSIDE, Parameters())
    assert found["population"] == 4000
    assert found["population_beyond_time"] == 1000
    assert found["population_beyond_time_share"] == 0.25
    assert found["nearest_site_min"] == 10.0
    assert found["accessibility"] == 1.75
    assert found["accessibility_median"] == 2.0
    assert found["communes_underserved"] == 1
    assert found["population_underserved"] == 1000
    assert list(found)[: len(MEASURED)] == list(MEASURED)


def test_people_are_counted_where_they_live_when_that_is_known() -> None:
    shares = {"population_beyond_time_share": [0.1, 0.5, 1.0]}
    found = figures(columns(**shares), INSIDE, Parameters())
    assert found["population_beyond_time"] == 800


def test_too_few_informed_is_no_figure() -> None:
    found = figures(columns(accessibility=[np.nan, 1.0, 0.0]), INSIDE, Parameters())
    assert found["accessibility_informed_share"] == 0.25
    assert found["accessibility_median"] is None
    assert found["accessibility_gini"] is None


def test_inequality_of_two_communes() -> None:
    found = figures(columns(), INSIDE, Parameters())
    assert found["accessibility_gini"] == pytest.approx(3000 * 1000 / (1.75 * 4000**2), abs=1e-4)
