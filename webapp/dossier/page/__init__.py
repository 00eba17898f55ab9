"""The dossier as a page: its address, its layout, its columns on paper."""
