"""Tests of `carto.quality`."""
