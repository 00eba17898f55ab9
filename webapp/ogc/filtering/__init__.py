"""What a client asks of the features: CQL2 filters, queryables, sorting."""
