"""Tests of `webapp.ogc.tiles`."""
