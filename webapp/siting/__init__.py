"""`/planifier`: where the next places, what a closure costs, which tour."""
