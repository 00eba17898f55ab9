"""From cells to values: what may be repaired is proved, the rest is refused or missing."""
