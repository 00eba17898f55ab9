"""`/scenario`: what changes when places are added, moved, closed or open otherwise."""
