"""The service as a tree of files: the same addresses, for a server or a storage without Python."""
