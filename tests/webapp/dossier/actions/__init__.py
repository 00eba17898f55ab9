"""Tests of `webapp.dossier.actions`."""
