"""Words for the person at the terminal: on stderr, so that stdout holds data only."""

from __future__ import annotations

import sys

from carto.typography import typeset


def say(line: str) -> None:
    """Write a French line on stderr, at once."""
    print(typeset(line), file=sys.stderr, flush=True)
