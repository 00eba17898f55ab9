"""Kinds of bad rows, one module a subject."""
