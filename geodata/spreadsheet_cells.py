"""Text cells that no spreadsheet may take for a formula (OWASP, CSV injection)."""

from __future__ import annotations

import re

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\0")
_PHONE = re.compile(r"\+\d{6,15}")


def escape_formula(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run; phone numbers are left alone.

    Only for CSV and XLSX, and only for text: numbers are written as numbers.

    >>> escape_formula("=1+1"), escape_formula("+33298000000"), escape_formula("Le Faou")
    ("'=1+1", '+33298000000', 'Le Faou')
    """
    if text.startswith(_FORMULA_STARTS) and not _PHONE.fullmatch(text):
        return "'" + text
    return text
