"""What the columns of a table mean, as every file that holds the table tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Field = Mapping[str, Any]

DICTIONARY_HEADER = ("colonne", "libellé", "unité", "description", "valeur absente")
_PROPERTIES = ("name", "title", "unit", "description", "nullRule")


def column_meanings(fields: Iterable[Field]) -> list[tuple[str, ...]]:
    """Say what each column means, in the order of `DICTIONARY_HEADER`.

    Parameters
    ----------
    fields
        Descriptors of the columns, as in the manifest.
    """
    return [tuple(str(field[name]) for name in _PROPERTIES) for field in fields]


def named_meanings(fields: Iterable[Field]) -> list[dict[str, str]]:
    """Say the same for a program: each meaning under its name.

    Examples
    --------
    >>> code = {"name": "code", "title": "Code", "unit": "", "description": "Clé.", "nullRule": ""}
    >>> named_meanings([code])[0]["libellé"]
    'Code'
    """
    return [dict(zip(DICTIONARY_HEADER, line, strict=True)) for line in column_meanings(fields)]


def shown_fields(fields: Iterable[Field]) -> list[Field]:
    """Leave out the geometry, which is no value to explain."""
    return [field for field in fields if field["type"] != "any"]
