"""Tests of `webapp.groups`."""
