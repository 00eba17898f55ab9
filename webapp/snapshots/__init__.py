"""The published snapshots as the service holds them: loaded once, read by row, never changed."""
