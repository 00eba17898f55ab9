"""The rule of the verdicts as a reader changes it: read, judged again, said on every page."""
