"""Maps and figures as text (SVG, HTML): pure functions of tables and shapes."""
