"""The standard interfaces of GIS clients: OGC API – Features and Tiles."""
