"""The method and the sources, explained."""
