"""The twelve parts of a dossier, one module each, in the order of the trame."""
