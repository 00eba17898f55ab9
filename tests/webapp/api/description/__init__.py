"""Tests of how the API is described."""
