"""Tests of geodata.export_formats."""
