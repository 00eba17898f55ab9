"""Tests of the statistics, against numbers not written by us."""
