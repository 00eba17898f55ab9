"""What became of a row, read from the account that its reader gives, line by line.

An outcome is a text: `refused:CODE`, `merged:CODE`, `noticed:CODE` (kept, with a remark),
`understood` (kept, its values those of the clean row), `repaired:CODE` (both), `absent:column`
(kept, that value missing), `file` (the whole file refused by name). A row without any outcome was
taken for what it is not; a row that no line of the account speaks of was lost.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely

from geodata.source import ParsedTable

_CLOSE = 2e-5
Values = Mapping[str, object]


@dataclass(frozen=True)
class Account:
    """The account of a parsed file, by line."""

    codes: Mapping[int, frozenset[str]]
    rows: Mapping[int, Values]

    def outcomes(self, line: int, clean: Values | None) -> frozenset[str]:
        """Outcomes of the row on a line, whose clean values are known (None when there are none).

        Beside the outcomes that name a flaw, `kept` says that the row is in the table.
        """
        found = set(self.codes.get(line, ()))
        values = self.rows.get(line)
        if values is None:
            return frozenset(found)
        found.add("kept")
        if clean is not None:
            if same_values(values, clean):
                found.add("understood")
                found |= {code.replace("noticed", "repaired") for code in found}
            gone = (name for name in clean if is_absent(values[name]) > is_absent(clean[name]))
            found |= {f"absent:{name}" for name in gone}
        return frozenset(found)


def account_of(parsed: ParsedTable) -> Account:
    """Index what a reader says of a file by line."""
    codes: dict[int, set[str]] = defaultdict(set)
    for what, entries in (
        ("refused", parsed.refused),
        ("merged", parsed.merged),
        ("noticed", parsed.notices),
    ):
        for entry in entries:
            codes[entry.line].add(f"{what}:{entry.code}")
    rows = parsed.table.to_dict("records")
    lines = [origin.line for origin in parsed.origins]
    return Account(
        {line: frozenset(found) for line, found in codes.items()},
        dict(zip(lines, rows, strict=True)),  # type: ignore[arg-type]
    )


def is_absent(value: object) -> bool:
    """Whether a value of a table is missing."""
    return str(value) in ("None", "nan", "<NA>")


def same_values(found: Values, clean: Values) -> bool:
    """Whether two rows say the same, positions being compared to a metre or so."""
    return all(_same(found[name], value) for name, value in clean.items())


def _same(found: Any, clean: Any) -> bool:
    if is_absent(found) or is_absent(clean):
        return is_absent(found) and is_absent(clean)
    if isinstance(clean, shapely.Geometry):
        return bool(shapely.area(shapely.symmetric_difference(clean, found)) <= 1e-9)
    if isinstance(clean, float) and isinstance(found, (int, float)):
        return math.isclose(found, clean, abs_tol=_CLOSE)
    return bool(found == clean)
