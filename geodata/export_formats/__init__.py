"""File formats of exports: one table of a snapshot, with its dictionary and its sources."""
