"""The form that filters a table: what each choice is, and how many rows it would keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from carto.folding import folded
from carto.vocabulary import ROBUSTNESS_WORDS, VERDICT_WORDS
from webapp.tables.table_filter import (
    TYPES,
    UNDERSERVED,
    VERDICT_NAMES,
    VERDICTS,
    TableFilter,
)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Choice:
    """A value of a filter, in words, and how many rows of the territory have it."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class TableForm:
    """The choices of a form; those with a single value are left out.

    Attributes
    ----------
    verdicts, types, robustness, epci
        Choices by published value; empty for territories that are no communes.
    is_detailed
        Whether a filter that the form keeps folded is in use.
    """

    verdicts: tuple[Choice, ...] = ()
    types: tuple[Choice, ...] = ()
    robustness: tuple[Choice, ...] = ()
    epci: tuple[Choice, ...] = ()
    is_detailed: bool = False


def table_form(rows: Sequence[Row], asked: TableFilter, *, of_communes: bool) -> TableForm:
    """List what a table may be filtered by.

    Parameters
    ----------
    rows
        Every row of the territory, before any filter.
    asked
        The filter in use.
    of_communes
        Whether rows are communes.
    """
    people = (asked.least_people, asked.most_people)
    if not of_communes:
        return TableForm(is_detailed=people != (None, None))
    names = {row["siren_epci"]: row["nom_epci"] for row in rows if row["siren_epci"] is not None}
    by_name = dict(sorted(names.items(), key=lambda pair: folded(pair[1])))
    every = Choice(
        UNDERSERVED,
        VERDICTS[UNDERSERVED],
        sum(bool(row["is_underserved"]) for row in rows),
        asked.verdict == UNDERSERVED,
    )
    found = [
        replace(choice, value=VERDICT_NAMES[choice.value])
        for choice in _choices(rows, "verdict", VERDICT_WORDS, asked.verdict)
    ]
    return TableForm(
        verdicts=(every, *found) if found else (),
        types=_choices(rows, "typology", TYPES, asked.type_),
        robustness=_choices(rows, "robustness", ROBUSTNESS_WORDS, asked.robustness),
        epci=_choices(rows, "siren_epci", by_name, asked.epci),
        is_detailed=(asked.type_, asked.robustness, *people) != (None,) * 4,
    )


def _choices(
    rows: Sequence[Row], column: str, words: Mapping[str, str], chosen: str | None
) -> tuple[Choice, ...]:
    """Count the rows of each value, in the order of the words; one value alone is no choice."""
    counts = Counter(row.get(column) for row in rows)
    found = tuple(
        Choice(value, label, counts[value], value == chosen)
        for value, label in words.items()
        if counts[value] or value == chosen
    )
    return found if len(found) > 1 else ()
