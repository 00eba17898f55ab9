"""Vector tiles of the snapshots, their TileJSON and their styles."""
