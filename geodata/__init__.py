"""Geodata gets and keeps: sources, parsing, checks, building, snapshots, exports."""
