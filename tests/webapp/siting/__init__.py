"""Tests of `webapp.siting`."""
