"""Changes between two releases: tables, verdicts, and why a commune entered or left a class."""
