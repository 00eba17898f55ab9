"""Tests of `webapp.scenarios`."""
