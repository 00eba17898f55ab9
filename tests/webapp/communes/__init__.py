"""Tests of `webapp.communes`."""
