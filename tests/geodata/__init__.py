"""Tests of getting and keeping data."""
