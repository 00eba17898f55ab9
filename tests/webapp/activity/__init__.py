"""Tests of `webapp.activity`."""
