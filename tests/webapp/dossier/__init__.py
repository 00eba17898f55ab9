"""Tests of `webapp.dossier`."""
