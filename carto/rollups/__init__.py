"""Rollups: communes to EPCI, EPT, départements, régions, France and hand-made groups."""
