"""Quality of a release: what is incomplete, old or doubtful, and which verdicts it may change."""
