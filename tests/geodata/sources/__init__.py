"""Tests of the sources, each on its demo file and on what breaks it."""
