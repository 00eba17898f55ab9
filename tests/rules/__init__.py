"""Rules: promises about the repository itself, held by machine."""
