"""Closing: what would be lost without some places, or with fewer hours."""
