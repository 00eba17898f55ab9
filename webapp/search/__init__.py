"""Finding a territory by what people type."""
