"""Values of features in the words of the pages: no code, shares in percent, why one is absent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from carto.contracts import Column
from carto.flags import MEANINGS
from carto.french import MISSING, date, number, percent
from geodata.export_formats.french_words import in_words
from webapp.ogc.features.feature_rows import Row

SHARE = "part"
_REASONS = "reasons"
_SHARE_DECIMALS = 1


@dataclass(frozen=True)
class ToldValue:
    """A value, for people.

    Attributes
    ----------
    text
        The value, or that it is absent.
    unit
        What follows it; empty when its text says it.
    code
        What a filter asks for, when that is not the text.
    why
        Why it is absent; empty when it is there, or when nobody knows.
    """

    text: str
    unit: str = ""
    code: str = ""
    why: str = ""


def unit_of(field: Column) -> str:
    """Say what follows the values of a property: nothing after a share, written in percent."""
    return "" if field.unit == SHARE else field.unit


def tell(row: Row, field: Column, fields: Mapping[str, Column]) -> ToldValue:
    """Say a value of a feature.

    Parameters
    ----------
    row
        The feature.
    field
        The property.
    fields
        All the properties of the collection, by name: the reasons of absence name them.
    """
    value = row[field.name]
    if value is None:
        reason = reasons_of(row).get(field.name, "")
        return ToldValue(MISSING, why=MEANINGS.get(reason, ""))
    if field.name == _REASONS:
        return ToldValue(_told_reasons(reasons_of(row), fields))
    text = written(value, field)
    code = str(value) if field.choices and text != str(value) else ""
    return ToldValue(text, unit_of(field), code)


def written(value: Any, field: Column) -> str:
    r"""Write a known value, its unit left to its column.

    Examples
    --------
    >>> share = Column("share", "number", "Taux", "Un taux.", unit="part")
    >>> written(0.7638, share), written(True, share)
    ('76,4\xa0%', 'oui')
    >>> verdict = Column("verdict", "string", "Verdict", "La classe.")
    >>> written("indetermine", verdict)
    'indéterminé'
    """
    said = in_words(field.name, value)
    if isinstance(said, bool):
        return "oui" if said else "non"
    if isinstance(said, int | float):
        if field.unit == SHARE:
            return percent(said, _SHARE_DECIMALS)
        return number(said, _decimals(said))
    return date(str(said)) if field.type == "date" else str(said)


def reasons_of(row: Row) -> Mapping[str, str]:
    """Read why values of a feature are absent: name of a property → code of the reason."""
    text = row.get(_REASONS)
    return {} if not text else dict(orjson.loads(text))


def _told_reasons(reasons: Mapping[str, str], fields: Mapping[str, Column]) -> str:
    """Say the reasons, each property by its label."""
    told = (
        f"{fields[name].label if name in fields else name} : {MEANINGS.get(code, code)}"
        for name, code in reasons.items()
    )
    return " ".join(told)


def _decimals(value: float) -> int:
    """Count the decimals that a number is published with.

    >>> _decimals(0.25), _decimals(3.0), _decimals(12)
    (2, 0, 0)
    """
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
