"""What lies on disk: raw files, tables, tiles, manifests, drafts and snapshots."""
