"""Tests of `webapp.dossier.figures`."""
