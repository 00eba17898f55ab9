"""A second opinion on filters: SQLite reads the very same text, and knows nothing of ours."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Mapping

from tests.webapp.ogc.filtering.small_table import ROWS, TYPES

_SQL: Mapping[str, str] = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def database() -> sqlite3.Connection:
    """Put the rows of the small collection in a database in memory."""
    held = sqlite3.connect(":memory:")
    held.create_function("like", 2, _like)
    held.create_function("casei", 1, lambda text: text if text is None else text.casefold())
    held.create_function("accenti", 1, _without_accents)
    columns = ", ".join(f"{name} {_SQL.get(type_, 'TEXT')}" for name, type_ in TYPES.items())
    held.execute(f"CREATE TABLE essais (place INTEGER, {columns})")
    marks = ", ".join("?" * (len(TYPES) + 1))
    held.executemany(
        f"INSERT INTO essais VALUES ({marks})",  # noqa: S608
        [(place, *row) for place, row in enumerate(ROWS)],
    )
    return held


def chosen_by(held: sqlite3.Connection, text: str) -> list[int]:
    """Places of the rows that SQLite chooses by a filter."""
    found = held.execute(f"SELECT place FROM essais WHERE {text} ORDER BY place")  # noqa: S608
    return [place for (place,) in found]


def _like(pattern: str | None, text: str | None) -> bool | None:
    r"""Match as SQL does, `\` before `%` and `_` themselves; SQLite gives the pattern first."""
    if pattern is None or text is None:
        return None
    parts = re.findall(r"\\.|.", pattern, re.DOTALL)
    signs = {"%": ".*", "_": "."}
    expression = "".join(signs.get(part, re.escape(part[-1])) for part in parts)
    return re.fullmatch(expression, text, re.DOTALL) is not None


def _without_accents(text: str | None) -> str | None:
    if text is None:
        return None
    apart = unicodedata.normalize("NFKD", text.replace("œ", "oe"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
