"""Tests of `webapp.evolutions`."""
