"""Tests of what pages show, made of the sample rows."""
