"""Tests of `bench.service`."""
