"""From bytes to records: encodings, layouts and the faults of whole files."""
