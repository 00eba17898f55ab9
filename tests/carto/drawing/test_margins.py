"""Margins: scale and wrapping."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.margins import heading, scale_bar
from carto.drawing.shapes import Inset


@pytest.mark.parametrize(
    ("units_per_km", "label"), [(7.13, "20\xa0km"), (40, "2\xa0km"), (0.9, "200\xa0km")]
)
def test_the_scale_bar_is_round_and_true(units_per_km, label, shapes) -> None:
    drawn = scale_bar(replace(shapes, units_per_km=units_per_km), 100)
    assert label in drawn
    length = float(label.split("\xa0")[0]) * units_per_km
    assert f"h{length:.1f}" in drawn


def test_insets_are_said_to_have_their_own_scale(shapes) -> None:
    inset = Inset("Mayotte", 4, 4, 100, 100)
    assert "encadré" not in scale_bar(shapes, 100)
    assert "chaque encadré" in scale_bar(replace(shapes, insets=(inset,)), 100)


def test_the_heading_says_what_and_where() -> None:
    assert heading(INDICATORS["fibre"], "Finistère") == "Fibre par commune, Finistère"


def test_a_title_that_names_the_commune_does_not_say_it_twice() -> None:
    assert heading(INDICATORS["typologie"], "Finistère") == "Type de commune, Finistère"


def test_the_heading_names_the_variant_of_the_need() -> None:
    assert heading(INDICATORS["besoin"], "Finistère") == (
        "Besoin approché par le niveau de vie médian (INSEE) par commune, Finistère"
    )
