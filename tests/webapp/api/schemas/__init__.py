"""Tests of what the answers of the API hold."""
