"""Tests of `webapp.places`."""
