"""CASEI and ACCENTI: texts compared without their capitals, without their accents, or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carto.folding import without_accents

CASEI, ACCENTI = "casei", "accenti"

FOLDINGS: Mapping[str, Callable[[str], str]] = {CASEI: str.casefold, ACCENTI: without_accents}


def folded_by(foldings: frozenset[str], text: str) -> str:
    """Fold a text; the order in which a filter writes CASEI and ACCENTI changes nothing.

    >>> folded_by(frozenset({CASEI, ACCENTI}), "Île-de-Sein")
    'ile-de-sein'
    >>> folded_by(frozenset(), "Brest")
    'Brest'
    """
    for name in sorted(foldings):
        text = FOLDINGS[name](text)
    return text
