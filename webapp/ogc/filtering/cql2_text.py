"""The text of a filter, parsed by a library into a tree of operations.

The tree is that of CQL2 JSON: `{"op": "=", "args": [{"property": "nom"}, "Brest"]}`.
"""

from __future__ import annotations

import re
from typing import Any

from cql2 import ParseError, parse_text

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.filtering.bounds import FILTER, require_bounded

_PLACE = re.compile(r"--> ([0-9]+):([0-9]+)")


def parse_filter(text: str) -> Any:
    """Parse the text of a filter.

    Parameters
    ----------
    text
        CQL2 text, as the visitor wrote it.

    Raises
    ------
    ParameterError
        When it passes the bounds, or is not CQL2; the message shows where.

    Examples
    --------
    >>> parse_filter("nom = 'L''Hôpital'")
    {'op': '=', 'args': [{'property': 'nom'}, "L'Hôpital"]}
    >>> parse_filter("population >")
    Traceback (most recent call last):
        ...
    webapp.errors.ParameterError: Le filtre s'arrête trop tôt, il lui manque une fin.
    """
    require_bounded(text)
    try:
        return parse_text(text).to_json()
    except (ParseError, ValueError) as error:
        raise ParameterError(FILTER, _explained(text, str(error))) from None


def _explained(text: str, error: str) -> str:
    """Say in French where the parser stopped."""
    place = _PLACE.search(error)
    if place is None:
        return "Le filtre n'est pas du CQL2 : vérifiez les formes et les parenthèses."
    line, column = map(int, place.groups())
    start = sum(len(before) for before in text.splitlines(keepends=True)[: line - 1]) + column - 1
    rest = text[start:].strip()
    if not rest:
        return "Le filtre s'arrête trop tôt, il lui manque une fin."
    return f"Le filtre n'est pas compris à partir de « {said_back(rest)} » (caractère {start + 1})."
