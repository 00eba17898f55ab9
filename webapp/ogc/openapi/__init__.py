"""The description of the standard interfaces, as OpenAPI 3.0."""
