"""Tests of the Code officiel géographique over time."""
