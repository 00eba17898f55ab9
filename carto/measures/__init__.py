"""Indicators: one module per measure, each with its definition and its limits."""
