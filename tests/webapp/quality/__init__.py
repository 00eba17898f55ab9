"""Tests of `webapp.quality`."""
