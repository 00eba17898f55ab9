"""Journeys of a visitor, in a real browser, on the real demonstration."""
