"""Tests of `webapp.basemap`."""
