"""Files to take away: what a page shows, or a whole layer."""
