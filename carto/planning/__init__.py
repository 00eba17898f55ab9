"""Planning: where the next places would help most, and which territories are alike."""
