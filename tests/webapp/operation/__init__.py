"""Tests of `webapp.operation`."""
