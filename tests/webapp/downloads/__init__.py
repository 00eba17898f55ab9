"""Tests of `webapp.downloads`."""
