"""Tests of `carto.drawing.indicators`."""
