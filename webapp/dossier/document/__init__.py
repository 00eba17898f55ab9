"""The dossier as a word-processing file: Office Open XML, for Word and LibreOffice."""
