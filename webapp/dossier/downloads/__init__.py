"""The dossier as files to download: for a word processor, and its annexes."""
