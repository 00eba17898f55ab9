"""Charts: what they draw, and what they say to who does not see them."""
