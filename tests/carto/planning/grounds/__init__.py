"""Tests of grounds."""
