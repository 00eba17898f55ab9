"""Tests of geodata.storage."""
