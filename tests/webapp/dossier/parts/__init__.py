"""Tests of the twelve parts of a dossier."""
