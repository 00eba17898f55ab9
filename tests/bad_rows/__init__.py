"""Seeded bad rows: real clean rows spoiled in the ways real files are, and what becomes of them."""
