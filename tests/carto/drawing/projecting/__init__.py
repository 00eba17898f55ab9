"""Tests of `carto.drawing.projecting`."""
