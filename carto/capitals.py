"""Addresses and names written all in capitals, in the case that people read."""

from __future__ import annotations

import re

# Words that stay small inside an address, and abbreviations that stay in capitals.
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "aux", "au"))
_KEPT = frozenset(("bp", "cs", "za", "zac", "zi", "zae", "ccas", "hlm", "mjc", "ii", "iii", "iv"))
# Initials of what the names of places are made of.
_INITIALS = _KEPT | {
    *("adil", "afpa", "caf", "cias", "cidff", "cpam", "epn", "fjt", "mfr", "mpt", "msa", "msap"),
    *("msp", "petr", "pij", "pimms", "pmi", "udaf", "ufcv"),
}
_WORD = re.compile(r"[^\W\d_]+(?:(?<=\b[DLdl])['’])?")


def calm(text: str) -> str:
    """Write text that has no small letter in ordinary case; any other text is left as it is.

    >>> calm("83 RUE DE L'ABBE AERTS, ZA DU PONT"), calm("12 bis Rue du Bac")
    ("83 Rue de l'Abbe Aerts, ZA du Pont", '12 bis Rue du Bac')
    """
    return _calmed(text, _KEPT)


def calm_name(name: str) -> str:
    """Write a name that has no small letter in ordinary case; a single word may be initials.

    >>> calm_name("COMMUNE DE PAMANDZI"), calm_name("CCAS DE L'ÎLE"), calm_name("APICED")
    ('Commune de Pamandzi', "CCAS de l'Île", 'APICED')
    """
    return _calmed(name, _INITIALS) if len(name.split()) > 1 else name


def _calmed(text: str, kept: frozenset[str]) -> str:
    """Write a text that has no small letter in ordinary case, but for some words."""
    if text != text.upper():
        return text
    written = _WORD.sub(lambda found: _cased(found[0], kept), text)
    return written[:1].upper() + written[1:]


def _cased(word: str, kept: frozenset[str]) -> str:
    """Write one word; initials keep their capitals."""
    small = word.lower()
    if small in kept:
        return word
    return small if small in _SMALL or small.endswith(("'", "’")) else small.capitalize()
