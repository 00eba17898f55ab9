"""The page of those who plan: where to open, what a withdrawal would cost, which round to make."""
