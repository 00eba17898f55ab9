"""Checks: what was looked at, what was found, and whether it blocks publication."""
