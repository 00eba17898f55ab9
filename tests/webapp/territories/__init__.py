"""Tests of `webapp.territories`."""
