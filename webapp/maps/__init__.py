"""The map of a territory: what it draws, its legend, its quarters."""
