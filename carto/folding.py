"""Texts compared as people type them: without accents, capitals, hyphens or abbreviated Saint."""

from __future__ import annotations

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def without_accents(text: str) -> str:
    """Take the accents off letters and part the ligatures; the rest stays.

    >>> without_accents("Éco-Plœmeur d'Août")
    "Eco-Ploemeur d'Aout"
    """
    letters = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def folded(text: str) -> str:
    """Words of a text without accents, capitals, hyphens or abbreviations of Saint.

    >>> folded("St-Pol-de-Léon"), folded("L'Île  d'Yeu"), folded("Plœmeur")
    ('saint pol de leon', 'l ile d yeu', 'ploemeur')
    """
    letters = without_accents(without_accents(text).lower())
    words = "".join(letter if letter.isalnum() else " " for letter in letters).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)
