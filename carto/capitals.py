"""Addresses written all in capitals, as forms print them, in the case that people read."""

from __future__ import annotations

import re

# Words that stay small inside an address, and abbreviations that stay in capitals.
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "aux", "au"))
_KEPT = frozenset(("bp", "cs", "za", "zac", "zi", "zae", "ccas", "hlm", "mjc", "ii", "iii", "iv"))
_WORD = re.compile(r"[^\W\d_]+(?:(?<=\b[DLdl])['’])?")


def calm(text: str) -> str:
    """Write text that has no small letter in ordinary case; any other text is left as it is.

    >>> calm("83 RUE DE L'ABBE AERTS, ZA DU PONT"), calm("12 bis Rue du Bac")
    ("83 Rue de l'Abbe Aerts, ZA du Pont", '12 bis Rue du Bac')
    """
    if text != text.upper():
        return text
    written = _WORD.sub(lambda found: _cased(found[0]), text)
    return written[:1].upper() + written[1:]


def _cased(word: str) -> str:
    """Write one word of an address."""
    small = word.lower()
    if small in _KEPT:
        return word
    return small if small in _SMALL or small.endswith(("'", "’")) else small.capitalize()
