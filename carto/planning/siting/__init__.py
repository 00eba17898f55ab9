"""Siting: where the next half-days would help most, in questions that a planner asks."""
