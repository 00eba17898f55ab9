"""The parts of a territory as a table and as a file."""
