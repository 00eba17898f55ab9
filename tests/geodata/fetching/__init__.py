"""Tests of fetching, against a publisher of our own on loopback."""
