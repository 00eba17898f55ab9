"""Tests of `webapp.snapshots`."""
