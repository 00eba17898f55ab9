"""Tests of `webapp.ogc.filtering`."""
