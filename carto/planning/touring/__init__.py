"""Touring: a permanence that travels, its days and what it brings nearer."""
