"""Composing a group of communes by hand: its list, what is added to it, the address it makes."""
