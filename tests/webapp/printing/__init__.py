"""Tests of `webapp.printing`."""
