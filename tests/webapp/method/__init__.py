"""Tests of `webapp.method`."""
