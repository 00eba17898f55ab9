"""A property asked to have a value, by a parameter of its own name: `?departement=29`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.contracts import ColumnType
from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable

_NUMBER = re.compile(r"[-+]?[0-9]{1,18}(\.[0-9]{1,18})?([eE][-+]?[0-9]{1,3})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORMS = {
    "integer": "un entier, comme 12",
    "number": "un nombre, comme 12.5",
    "boolean": "true ou false",
    "date": "une date, comme 2026-06-30",
}


@dataclass(frozen=True)
class WantedValue:
    """The value that a property must have; a missing one is never it.

    Attributes
    ----------
    name
        The property.
    value
        A text, a number, a boolean or a day.
    """

    name: str
    value: Any

    def mask(self, table: FeatureTable) -> NDArray[np.bool_]:
        """Choose the features that have the value."""
        column = table.column(self.name)
        if column.different is None:
            return np.asarray(column.known & (column.values == self.value))
        if self.value not in column.different:
            return np.zeros(len(table), dtype=np.bool_)
        place = column.different.index(self.value)
        return np.asarray(column.known & (column.values == place))


def read_wanted(name: str, text: str, table: FeatureTable) -> WantedValue:
    """Read the value that a property must have.

    Parameters
    ----------
    name
        A property of the collection.
    text
        What was written.
    table
        The collection.

    Raises
    ------
    ParameterError
        When the property cannot have such a value.
    """
    type_ = table.fields[name].type
    value = parsed_value(text, type_)
    if value is None:
        raise ParameterError(
            name, f"« {name}={said_back(text)} » n'est pas compris : attendu {_FORMS[type_]}."
        )
    return WantedValue(name, value)


def parsed_value(text: str, type_: ColumnType) -> Any:
    """Read a text as a value of a type; None when it is not one.

    >>> parsed_value("29", "string"), parsed_value("12", "integer"), parsed_value("1e400", "number")
    ('29', 12.0, None)
    >>> parsed_value("true", "boolean"), parsed_value("2026-02-30", "date")
    (True, None)
    >>> parsed_value("0.5", "integer") is None
    True
    """
    if type_ == "string":
        return text
    if type_ == "boolean":
        return {"true": True, "false": False}.get(text)
    if type_ == "date":
        return _day(text)
    number = float(text) if _NUMBER.fullmatch(text) else math.inf
    is_of_the_type = number.is_integer() if type_ == "integer" else math.isfinite(number)
    return number if is_of_the_type else None


def _day(text: str) -> np.datetime64 | None:
    """Read a day; None when no calendar has it."""
    try:
        return np.datetime64(text, "D") if _DATE.fullmatch(text) else None
    except ValueError:
        return None
