"""The dossier that a territory signs: its content, as a page, a document and annexes."""
