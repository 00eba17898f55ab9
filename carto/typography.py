"""French spacing, applied once where a message leaves, so that messages are written plainly."""

from __future__ import annotations

import re

_BEFORE = re.compile(r" (?=[:;!?%€»](?:\s|$|[.,)]))")
_AFTER = re.compile(r"(?<=«) ")
_NBSP = "\u00a0"


def typeset(text: str) -> str:
    r"""Put non-breaking spaces before `: ; ! ? % € »` and after `«`.

    >>> typeset("colonne « ftth » absente : corrigez ; relancez")
    'colonne «\xa0ftth\xa0» absente\xa0: corrigez\xa0; relancez'
    """
    return _AFTER.sub(_NBSP, _BEFORE.sub(_NBSP, text))
