"""Tests of `webapp.embedding`."""
