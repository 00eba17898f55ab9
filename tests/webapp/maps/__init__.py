"""Tests of `webapp.maps`."""
