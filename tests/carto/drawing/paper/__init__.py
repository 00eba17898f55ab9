"""Tests of `carto.drawing.paper.sheets`."""
