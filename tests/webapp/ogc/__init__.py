"""Tests of `webapp.ogc`."""
