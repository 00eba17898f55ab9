"""The widths of the columns of a PDF, as style: they are the same in a word processor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from webapp.dossier.blocks import Table
from webapp.dossier.column_widths import PAGE_WIDTH, column_widths
from webapp.dossier.page.layout import Part

# Nothing is measured to share the columns: a table is laid out in half the time, and never grows
# wider than the page.
_FIXED = ".dossier table{table-layout:fixed}"


def column_rules(parts: Iterable[Part]) -> str:
    """Write the width of each column of each table.

    Parameters
    ----------
    parts
        Of a dossier, whose tables are numbered.
    """
    return _FIXED + "".join(
        rule
        for part in parts
        for chapter in part.chapters
        for row in chapter.rows
        for laid in row.laid
        if isinstance(laid.block, Table)
        for rule in _rules(laid.block, laid.number)
    )


def _rules(table: Table, number: int) -> Iterator[str]:
    """Write the widths of a table."""
    for rank, width in enumerate(column_widths(table), 1):
        share = round(100 * width / PAGE_WIDTH, 2)
        yield f"#colonne-{number}-{rank}{{width:{share:g}%}}"
