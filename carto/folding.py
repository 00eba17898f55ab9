"""Texts compared as people type them: without accents, capitals, hyphens or abbreviated Saint."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
# Characters that may be marks: those of Latin-1 and general punctuation never are.
_PERHAPS_MARKS = re.compile("[^\x00-\xff\u2000-\u206f]")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def without_accents(text: str) -> str:
    """Take the accents off letters and part the ligatures; the rest stays.

    >>> without_accents("Éco-Plœmeur d'Août")
    "Eco-Ploemeur d'Aout"
    """
    if text.isascii():
        return text
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _PERHAPS_MARKS.sub(_without_mark, bare)


def _without_mark(found: re.Match[str]) -> str:
    """Keep a character that is no mark: other scripts have theirs outside the common accents."""
    return "" if unicodedata.combining(found[0]) else found[0]


def folded(text: str) -> str:
    """Words of a text without accents, capitals, hyphens or abbreviations of Saint.

    >>> folded("St-Pol-de-Léon"), folded("L'Île  d'Yeu"), folded("Plœmeur")
    ('saint pol de leon', 'l ile d yeu', 'ploemeur')
    """
    letters = without_accents(without_accents(text).lower())
    words = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)
