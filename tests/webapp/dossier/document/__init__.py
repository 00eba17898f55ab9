"""Tests of `webapp.dossier.document`."""
