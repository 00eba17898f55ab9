"""Tests of `webapp.comparison`."""
