"""Tests of `webapp.catalogue`."""
