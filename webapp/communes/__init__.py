"""The page of a commune."""
