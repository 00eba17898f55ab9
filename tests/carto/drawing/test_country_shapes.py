"""The shapes of France survive their JSON."""

from __future__ import annotations

import pytest

from carto.drawing.country_shapes import CountryShapes, Frame

SHAPES = CountryShapes(
    900, 720, (Frame("", 0, 0, 900, 720, {"29": "M0 0l1 0 0 1z"}), Frame("Guyane", 4, 4, 9, 9, {}))
)


def test_round_trip() -> None:
    assert CountryShapes.from_json(SHAPES.to_json()) == SHAPES
    assert CountryShapes.from_json(SHAPES.to_json()).to_json() == SHAPES.to_json()


@pytest.mark.parametrize("text", ['{"frames": []}', '{"frames": [{"nom": ""}], "width": 1}'])
def test_a_missing_field_is_refused(text: str) -> None:
    with pytest.raises(TypeError):
        CountryShapes.from_json(text)
