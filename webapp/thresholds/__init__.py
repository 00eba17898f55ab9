"""The page of the thresholds: what a rule changed by a reader changes, commune by commune."""
