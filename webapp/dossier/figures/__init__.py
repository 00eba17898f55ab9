"""The figures of a dossier: maps side by side, and their images."""
