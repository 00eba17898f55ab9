"""Grounds: the communes and places of a perimeter and of its surroundings, and their hours."""
