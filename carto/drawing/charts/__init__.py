"""Charts as SVG: the same drawing on a page, in print and in a notebook, readable on a phone."""
