"""Scenarios: what somebody would change of the places, and what it changes for people."""
