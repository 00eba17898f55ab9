"""Tests of `webapp.dossier.downloads`."""
