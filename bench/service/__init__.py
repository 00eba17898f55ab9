"""The service under load, beside pygeoapi and nginx on the same data."""
