"""Tests of `webapp.planning`."""
