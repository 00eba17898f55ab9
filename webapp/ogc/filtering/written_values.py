"""The values that a filter writes, read for the property that they are compared to."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.filtering.bounds import FILTER
from webapp.ogc.filtering.operands import BOOLEAN, DATE, NUMBER, TEXT, Property

# How a value of each kind is written, as messages say it.
WRITTEN: Mapping[str, str] = {
    TEXT: "un texte entre apostrophes, comme 'Brest'",
    NUMBER: "un nombre, comme 12.5",
    BOOLEAN: "TRUE ou FALSE",
    DATE: "une date, comme DATE('2026-01-31')",
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
# How GDAL writes them, as bare texts.
_SLASHED = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})(?: ([0-9]{2}:[0-9]{2}:[0-9]{2}))?")


def read_value(node: Any, compared: Property) -> Any:
    """Read a value written in a filter.

    A date may be a bare text, with dashes or slashes, and a boolean 1 or 0: GDAL writes them so.
    A day is its first instant where it meets an instant.

    Parameters
    ----------
    node
        The value in the tree of the filter.
    compared
        The property that it is compared to.

    Raises
    ------
    ParameterError
        When it is not of the kind of the property; the message names both.

    Examples
    --------
    >>> read_value(1000.0, Property("population", NUMBER))
    1000.0
    >>> str(read_value({"date": "2026-01-31"}, Property("date_maj", DATE)))
    '2026-01-31'
    """
    value: Any = None
    if compared.kind == DATE:
        value = _moment(node)
    elif compared.kind == BOOLEAN:
        value = bool(node) if isinstance(node, (bool, float)) and node in (0, 1) else None
    elif compared.kind == NUMBER:
        is_number = isinstance(node, (int, float)) and not isinstance(node, bool)
        value = node if is_number and math.isfinite(node) else None
    else:
        value = node if isinstance(node, str) else None
    if value is None:
        raise ParameterError(
            FILTER,
            f"La propriété « {compared.name} » se compare à {WRITTEN[compared.kind]}, pas à "
            f"{said(node)}.",
        )
    return value


def said(node: Any) -> str:
    """Say a part of a filter back: short, and without control characters.

    >>> said("L'Hôpital"), said(12.0), said(True), said({"property": "nom"})
    ("'L''Hôpital'", '12', 'TRUE', 'nom')
    """
    if isinstance(node, bool):
        return "TRUE" if node else "FALSE"
    if isinstance(node, (int, float)):
        return f"{node:g}" if math.isfinite(node) else "un nombre sans fin"
    if isinstance(node, str):
        return "'" + said_back(node).replace("'", "''") + "'"
    if isinstance(node, dict):
        for key in ("property", "date", "timestamp", "op"):
            if isinstance(node.get(key), str):
                return said_back(node[key])
    return "NULL" if node is None else "cette expression"


def _moment(node: Any) -> np.datetime64 | None:
    """Read a date or an instant of universal time; None when it is neither."""
    text = node.get("date", node.get("timestamp")) if isinstance(node, dict) else node
    if not isinstance(text, str):
        return None
    if text is node and (slashed := _SLASHED.fullmatch(text)):
        year, month, day, time = slashed.groups()
        text = f"{year}-{month}-{day}" + (f"T{time}Z" if time else "")
    try:
        if _DATE.fullmatch(text):
            return np.datetime64(text, "D")
        if _TIMESTAMP.fullmatch(text):
            return np.datetime64(text.removesuffix("Z"), "us")
    except ValueError:
        return None
    return None
