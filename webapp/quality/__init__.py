"""The quality of the data, territory by territory."""
