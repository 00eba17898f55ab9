"""Boundaries put in the view box of a map at build time: geometry is needed here alone."""
