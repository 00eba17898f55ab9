"""What a condition compares: a property of the collection, read in one way or another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TEXT, NUMBER, BOOLEAN, DATE = "text", "number", "boolean", "date"
# Type of a published column → how it is compared.
KINDS: Mapping[str, str] = {
    "string": TEXT,
    "number": NUMBER,
    "integer": NUMBER,
    "boolean": BOOLEAN,
    "date": DATE,
}


@dataclass(frozen=True)
class Property:
    """A property of the features.

    Attributes
    ----------
    name
        Its published name.
    kind
        `TEXT`, `NUMBER`, `BOOLEAN` or `DATE`.
    foldings
        Functions of `text_folding` that the filter reads it through; none but for a text.
    """

    name: str
    kind: str
    foldings: frozenset[str] = frozenset()
