"""A map on a sheet of paper, as a PDF or an image."""
