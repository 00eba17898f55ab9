"""Tests of the files of `deploy/`."""
