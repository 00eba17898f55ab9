"""Tests of `webapp.dossier.editions`."""
