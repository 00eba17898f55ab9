"""Contracts of tables: each column once, with its type, unit, range and null rule.

A contract is plain data. It generates the data dictionary and the Frictionless schema, and
`check` holds any table against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from carto.errors import ContractError
from carto.forbidden_characters import hold_forbidden
from carto.typography import thin_thousands, typeset

if TYPE_CHECKING:
    import pandas as pd

ColumnType = Literal["string", "integer", "number", "boolean", "date", "geometry"]
MergeRule = Literal["sum", "mean", "main", "place", "earliest", "latest"]


@dataclass(frozen=True)
class Column:
    """One column: what it means, and what its values may be.

    Attributes
    ----------
    name
        Identifier in code, files and the API.
    type
        `string`, `integer`, `number`, `boolean`, `date` (ISO text) or `geometry`.
    label
        Short French label for people.
    description
        One French sentence: definition, source of the formula.
    unit
        Unit of the values; empty when there is none.
    nullable
        Whether a value may be missing.
    null_rule
        French sentence: what a missing value means. Absent is never zero.
    minimum, maximum
        Inclusive bounds of numbers.
    pattern
        Regular expression that a whole string must match.
    choices
        The only values allowed.
    when_merged
        How the values of communes that merge make one: `sum` of counts, `mean` weighted by
        population of rates and scores, value of the `main` one, `place` of the main one (which a
        commune carved out of it does not have), `earliest` of dates, or the `latest`, which is
        missing when one of them is. Numbers that may be carried to another year of the COG must
        say; for texts and booleans it is `main`, for dates `earliest`.
    """

    name: str
    type: ColumnType
    label: str
    description: str
    unit: str = ""
    nullable: bool = False
    null_rule: str = ""
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    choices: tuple[str, ...] | None = None
    when_merged: MergeRule | None = None

    @property
    def definition(self) -> str:
        r"""What the column means, and what a missing value means, as a text alone must say both.

        >>> Column("n", "integer", "N", "Un compte.", null_rule="Non compté.").definition
        'Un compte. Valeur absente\xa0: Non compté.'
        """
        missing = f"Valeur absente\u00a0: {self.null_rule}" if self.null_rule else ""
        return " ".join(filter(None, (self.description, missing)))

    def __post_init__(self) -> None:
        """Set the French texts with their non-breaking spaces."""
        for name in ("label", "description", "null_rule", "unit"):
            object.__setattr__(self, name, thin_thousands(typeset(getattr(self, name))))


@dataclass(frozen=True)
class TableContract:
    """The columns of a table, in order, and the key that identifies a row."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return the column called `name`.

        Raises
        ------
        KeyError
            If the contract has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True)
class Violation:
    """One way in which a table breaks its contract."""

    column: str
    problem: str
    rows: int
    example: str


def check(table: pd.DataFrame, contract: TableContract) -> list[Violation]:
    """List the ways in which `table` breaks `contract`.

    Parameters
    ----------
    table
        Any table; columns beyond the contract are violations too.
    contract
        What the table promises.

    Returns
    -------
    list of Violation
        Empty when the contract is met.
    """
    found = [
        Violation(name, "colonne absente", len(table), "")
        for name in contract.names
        if name not in table.columns
    ]
    found += [
        Violation(str(name), "colonne hors contrat", len(table), "")
        for name in table.columns
        if name not in contract.names
    ]
    for column in contract.columns:
        if column.name in table.columns:
            found += _check_column(table[column.name], column)
    key = [name for name in contract.key if name in table.columns]
    if key:
        repeated = table.duplicated(subset=key)
        if repeated.any():
            example = str(table.loc[repeated, key].iloc[0].tolist())
            found.append(Violation(", ".join(key), "clé répétée", int(repeated.sum()), example))
    return found


def require(table: pd.DataFrame, contract: TableContract) -> pd.DataFrame:
    """Return `table` with the contract's columns in order, or refuse it.

    Raises
    ------
    ContractError
        Naming the table, the first faults and how many rows have them.
    """
    violations = check(table, contract)
    if violations:
        said = " ; ".join(
            f"{v.column} : {v.problem} ({v.rows} ligne(s), ex. {v.example})" for v in violations[:5]
        )
        raise ContractError(f"La table « {contract.name} » ne respecte pas son contrat : {said}")
    return table[list(contract.names)]


def _check_column(values: pd.Series, column: Column) -> list[Violation]:
    """Violations of one column."""
    missing = values.isna().to_numpy()
    found = []
    if missing.any() and not column.nullable:
        found.append(_violation(column, "valeur manquante", values, missing))
    present = values[~missing]
    if present.dtype.kind in "iuf" and column.type in ("integer", "number"):
        faults = _faults_of_numbers(present.to_numpy(dtype=float), column)
    elif present.dtype.kind == "b" and column.type == "boolean":
        faults = []
    else:
        cells = present.to_list()
        faults = [
            (problem, np.array([not is_good(cell) for cell in cells], dtype=bool))
            for problem, is_good in _tests(column)
        ]
        if column.type == "string":
            faults.append(("caractère interdit", hold_forbidden(cells)))
    found += [_violation(column, problem, present, bad) for problem, bad in faults if bad.any()]
    return found


def _violation(
    column: Column, problem: str, values: pd.Series, bad: NDArray[np.bool_]
) -> Violation:
    """Describe a fault of some values."""
    example = str(values.iloc[int(np.argmax(bad))])[:60]
    return Violation(column.name, problem, int(np.count_nonzero(bad)), example)


def _faults_of_numbers(
    numbers: NDArray[np.float64], column: Column
) -> list[tuple[str, NDArray[np.bool_]]]:
    """Pairs of problem and where it is, for a column held as numbers: the tests of `_tests`."""
    faults = [("nombre attendu", ~np.isfinite(numbers))]
    if column.type == "integer":
        faults.append(("entier attendu", np.isfinite(numbers) & (numbers % 1 != 0)))
    if column.minimum is not None:
        faults.append((f"au moins {column.minimum:g}", numbers < column.minimum))
    if column.maximum is not None:
        faults.append((f"au plus {column.maximum:g}", numbers > column.maximum))
    return faults


def _tests(column: Column) -> list[tuple[str, Callable[[object], bool]]]:
    """Pairs of problem and test that each present value must pass."""
    tests: list[tuple[str, Callable[[object], bool]]] = []
    if column.type in ("string", "date"):
        tests.append(("texte attendu", lambda value: isinstance(value, str)))
    if column.type in ("integer", "number"):
        tests.append(("nombre attendu", _is_number))
    if column.type == "integer":
        tests.append(("entier attendu", lambda value: _is_number(value) and value % 1 == 0))  # type: ignore[operator]
    if column.type == "boolean":
        tests.append(("booléen attendu", _is_boolean))
    pattern = r"\d{4}-\d{2}-\d{2}" if column.type == "date" else column.pattern
    if pattern is not None:
        compiled = re.compile(pattern)
        tests.append((f"motif {pattern}", lambda value: bool(compiled.fullmatch(str(value)))))
    if column.choices is not None:
        choices = column.choices
        tests.append((f"parmi {', '.join(choices)}", lambda value: value in choices))
    low, high = column.minimum, column.maximum
    if low is not None:
        tests.append((f"au moins {low:g}", lambda value: _is_number(value) and value >= low))  # type: ignore[operator]
    if high is not None:
        tests.append((f"au plus {high:g}", lambda value: _is_number(value) and value <= high))  # type: ignore[operator]
    return tests


def _is_boolean(value: object) -> bool:
    """Whether `value` is a boolean of Python or numpy, and not the text of one."""
    return not isinstance(value, str) and str(value) in ("True", "False")


def _is_number(value: object) -> bool:
    """Whether `value` is a finite number, and not a boolean or text."""
    if isinstance(value, (str, bytes)) or _is_boolean(value):
        return False
    try:
        return abs(float(value)) < float("inf")  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
