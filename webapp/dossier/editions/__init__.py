"""What one edition of a dossier keeps, so that the next can say what changed."""
