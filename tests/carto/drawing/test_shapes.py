"""Shapes survive their JSON."""

from __future__ import annotations

import pytest

from carto.drawing.shapes import MapShapes


def test_round_trip(shapes) -> None:
    assert MapShapes.from_json(shapes.to_json()) == shapes
    assert MapShapes.from_json(shapes.to_json()).to_json() == shapes.to_json()


@pytest.mark.parametrize("text", ['{"width": 900}', '{"largeur": 1}'])
def test_a_missing_or_unknown_field_is_refused(text) -> None:
    with pytest.raises(TypeError):
        MapShapes.from_json(text)
