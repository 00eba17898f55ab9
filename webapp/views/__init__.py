"""What each page shows, as plain values made of published rows: pure, ready for the templates."""
