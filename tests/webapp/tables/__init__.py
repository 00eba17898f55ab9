"""Tests of `webapp.tables`."""
