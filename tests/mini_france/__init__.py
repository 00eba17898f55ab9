"""Mini France: a small country chosen for its troubles."""
