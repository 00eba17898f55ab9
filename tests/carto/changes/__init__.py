"""Tests of `carto.changes`."""
