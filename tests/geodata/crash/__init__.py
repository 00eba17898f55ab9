"""Builds that die, disks that fill, bytes that rot: what is served stays whole."""
