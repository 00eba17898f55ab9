"""The optional basemap: Plan IGN, asked for by the service and never by the visitor's browser."""
