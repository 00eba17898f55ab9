"""Tests of `carto.sites`."""
