"""Rows that a computation leaves out: which one, why, and into which other it was merged.

The core says what becomes of every row it was given; who published the row, in which file and on
which line, is known above, and found by the key.
"""

from __future__ import annotations

from dataclasses import dataclass

# Rows of places that lie too far from the perimeter to matter: neither merged nor refused.
HORS_PERIMETRE = "HORS_PERIMETRE"
# Rows of a sound file that a newer file of the same kind replaces.
DEJA_DONNEE = "DEJA_DONNEE"


@dataclass(frozen=True, order=True)
class LeftOut:
    """A row of an input table that is not published as a row of its own.

    Attributes
    ----------
    source
        Id of the source that gave the row.
    key
        Key of the row in its table, as text.
    code
        Stable code of the reason.
    reason
        One French sentence for people.
    into
        Key of the row it was merged into; None when it is in no published row.
    """

    source: str
    key: str
    code: str
    reason: str
    into: str | None = None
