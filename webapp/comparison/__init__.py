"""Two to four territories side by side."""
