"""Tests of `webapp.dossier.page`."""
