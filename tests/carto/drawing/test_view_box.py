"""The view box: everything inside, one scale, north up."""

from __future__ import annotations

import numpy as np
import pytest

from carto.drawing.view_box import MARGIN, TALLEST, fit_place, fit_width

WIDE, TALL = np.array([0.0, 0.0, 2000.0, 500.0]), np.array([0.0, 0.0, 500.0, 4000.0])


@pytest.mark.parametrize("bounds", [WIDE, TALL])
def test_a_map_fits_its_width_and_is_never_too_tall(bounds: np.ndarray) -> None:
    found = fit_width(bounds, 900)
    corners = found.place(np.array([[bounds[0], bounds[3]], [bounds[2], bounds[1]]]))
    assert (corners >= MARGIN - 1e-6).all()
    assert corners[1, 0] <= 900 - MARGIN + 1e-6
    assert corners[1, 1] <= found.height - MARGIN + 0.5
    assert found.height <= TALLEST * 900


@pytest.mark.parametrize("bounds", [WIDE, TALL])
def test_a_part_of_the_map_keeps_its_shapes_and_the_room_of_its_name(bounds: np.ndarray) -> None:
    found = fit_place(bounds, (10, 20, 136, 136), 24)
    corners = found.place(np.array([[bounds[0], bounds[3]], [bounds[2], bounds[1]]]))
    assert corners[0, 0] >= 10 + MARGIN - 1e-6
    assert corners[0, 1] >= 20 + MARGIN - 1e-6
    assert corners[1, 1] <= 20 + 136 - MARGIN - 24 + 1e-6


def test_north_is_up() -> None:
    south, north = fit_width(WIDE, 900).place(np.array([[0.0, 0.0], [0.0, 500.0]]))
    assert north[1] < south[1]
