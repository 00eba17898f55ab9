"""Tests of `webapp.front_end`."""
