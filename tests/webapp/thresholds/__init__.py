"""Tests of `webapp.thresholds`."""
