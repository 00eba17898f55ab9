"""What changed between two releases, or between two quarters of the fibre."""
