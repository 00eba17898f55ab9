"""Cells of CSV and XLSX files: no spreadsheet may take a text for a formula (OWASP)."""

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


def csv_cell(value: object, *, french: bool) -> str:
    """Write a cell of a CSV file, for programs or for a spreadsheet set to French.

    A missing value is empty, never 0.

    >>> csv_cell(0.5, french=True), csv_cell(0.5, french=False), csv_cell(None, french=True)
    ('0,5', '0.5', '')
    >>> csv_cell(True, french=True), csv_cell("=A1", french=True), csv_cell(12, french=False)
    ('VRAI', "'=A1", '12')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        words = ("FAUX", "VRAI") if french else ("false", "true")
        return words[value]
    if isinstance(value, float):
        return repr(float(value)).replace(".", ",") if french else repr(float(value))
    return escape_formula(value) if isinstance(value, str) else str(value)
