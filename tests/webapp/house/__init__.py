"""Tests of `webapp.house`."""
