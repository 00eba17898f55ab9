"""Tests of `webapp.dossier.annexes`."""
