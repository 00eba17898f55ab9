"""Likeness: which territories are alike, and how each stands among them."""
