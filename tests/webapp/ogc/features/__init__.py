"""Tests of `webapp.ogc.features`."""
