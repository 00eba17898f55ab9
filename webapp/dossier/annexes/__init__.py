"""The annexes of a dossier: its figures, tables, outlines and sources, to use again."""
