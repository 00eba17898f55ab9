"""Notebooks, run from end to end."""
