"""Tile sets as OGC API – Tiles describes them."""
