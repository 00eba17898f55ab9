"""French spacing, applied once where a message leaves, so that messages are written plainly."""

from __future__ import annotations

import re

_BEFORE = re.compile(r" (?=[:;!?%€»](?:\s|$|[.,)]))")
_AFTER = re.compile(r"(?<=«) ")
_NBSP = "\u00a0"
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}(?!\d))")
_NARROW = "\u202f"
_UNIT = re.compile(
    r"(?<=\d) (?=(?:h|heures?|min|minutes?|km|km/h|m|ans?|jours?|demi-journées?|semaines?|"
    r"trimestres?|habitants?|hab\.|locaux|communes?|intercommunalités?|EPCI|départements?|"
    r"territoires?|lieux?|places?|arrêts?|points?|déciles?|sur\s\d+)(?![\w-]))"
)


def typeset(text: str) -> str:
    r"""Put non-breaking spaces before `: ; ! ? % € »` and after `«`.

    >>> typeset("colonne « ftth » absente : corrigez ; relancez")
    'colonne «\xa0ftth\xa0» absente\xa0: corrigez\xa0; relancez'
    """
    return _AFTER.sub(_NBSP, _BEFORE.sub(_NBSP, text))


def thin_thousands(text: str) -> str:
    r"""Put narrow non-breaking spaces between thousands.

    >>> thin_thousands("1 000 habitants en 2026")
    '1\u202f000 habitants en 2026'
    """
    return _THOUSANDS.sub(_NARROW, text)


def keep_units(text: str) -> str:
    r"""Keep a number and the unit that follows it on one line.

    >>> keep_units("12 min, 3 communes et 7 h 30")
    '12\xa0min, 3\xa0communes et 7\xa0h 30'
    """
    return _UNIT.sub(_NBSP, text)


def typeset_numbers(text: str) -> str:
    r"""Set a text that has numbers: punctuation, thousands and units.

    >>> typeset_numbers("Moins de 1 500 locaux : 65 ans et plus")
    'Moins de 1\u202f500\xa0locaux\xa0: 65\xa0ans et plus'
    """
    return keep_units(thin_thousands(typeset(text)))
