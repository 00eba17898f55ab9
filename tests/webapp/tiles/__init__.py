"""Tests of `webapp.tiles`."""
