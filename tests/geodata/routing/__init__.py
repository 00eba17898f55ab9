"""Tests of the clients of routing services, against a server of our own on loopback."""
