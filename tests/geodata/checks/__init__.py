"""Tests of `geodata.checks`."""
