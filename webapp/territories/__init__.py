"""The page of a territory wider than a commune."""
