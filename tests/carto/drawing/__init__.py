"""Tests of the drawing of maps."""
