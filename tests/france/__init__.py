"""The whole of France, built once from the real files of ../shared/data."""
