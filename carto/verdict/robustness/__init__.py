"""How far a verdict holds: drawn weights, drawn inputs, other thresholds, one input at a time."""
