"""Tests of how far verdicts hold."""
