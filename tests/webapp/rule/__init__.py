"""Tests of `webapp.rule`."""
