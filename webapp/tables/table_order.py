"""The order of a table: by which column, which way, and the headers that change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from carto.folding import folded
from carto.said_back import said_back
from webapp.tables.table_columns import ASCENDING, DESCENDING, TableColumn
from webapp.views.state import MapState

Row = Mapping[str, Any]

DEFAULT_SORT = "verdict"
ORDER_PARAMETERS = ("tri", "ordre")
_ARIA = {ASCENDING: "ascending", DESCENDING: "descending"}
_ARROWS = {ASCENDING: " ↑", DESCENDING: " ↓"}


@dataclass(frozen=True)
class TableOrder:
    """How a table is ordered."""

    sort: str = DEFAULT_SORT
    order: str = DESCENDING

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, the usual order left out.

        >>> TableOrder().query(), TableOrder("nom", "croissant").query()
        ({}, {'tri': 'nom', 'ordre': 'croissant'})
        """
        return {} if self == TableOrder() else {"tri": self.sort, "ordre": self.order}


@dataclass(frozen=True)
class Header:
    """A header of the table: a link that sorts by it, and how it sorts now."""

    label: str
    url: str
    aria_sort: str
    arrow: str
    is_number: bool


@dataclass(frozen=True)
class HeaderGroup:
    """A header over the columns that are about one thing."""

    label: str
    columns: int


def read_order(
    query: Mapping[str, str], columns: Sequence[TableColumn]
) -> tuple[TableOrder, tuple[str, ...]]:
    """Read the order of a table.

    Returns
    -------
    tuple
        A usable order, and one French notice per value that was replaced by its default.
    """
    notices = []
    first_orders = {column.id: column.first_order for column in columns}
    sort = query.get("tri") or DEFAULT_SORT
    if sort not in first_orders:
        notices.append(
            f"Le tri « {said_back(sort)} » n'existe pas : le tableau est trié par verdict."
        )
        sort = DEFAULT_SORT
    order = query.get("ordre") or first_orders[sort]
    if order not in _ARIA:
        notices.append(
            f"L'ordre « {said_back(order)} » n'est pas compris (croissant ou decroissant)."
        )
        order = first_orders[sort]
    return TableOrder(sort, order), tuple(notices)


def in_order(rows: Iterable[Row], order: TableOrder, columns: Sequence[TableColumn]) -> list[Row]:
    """Order rows; those without a value come last in both orders, and ties by name."""
    rank = next(column.rank for column in columns if column.id == order.sort)
    by_name = sorted(rows, key=lambda row: folded(row["nom"]))
    ranked = [(value, row) for row in by_name if (value := rank(row)) is not None]
    ranked.sort(key=lambda pair: pair[0], reverse=order.order == DESCENDING)
    return [row for _, row in ranked] + [row for row in by_name if rank(row) is None]


def headers(
    path: str, state: MapState, order: TableOrder, columns: Sequence[TableColumn], **kept: str
) -> list[Header]:
    """Write the headers; the link of the present one turns the order round.

    Parameters
    ----------
    path
        Of the page.
    state
        What the address keeps of the map.
    order
        The present one.
    columns
        From left to right.
    **kept
        Parameters of the filter, which the links keep.
    """
    found = []
    for column in columns:
        is_present = column.id == order.sort
        way = _turned(order.order) if is_present else column.first_order
        found.append(
            Header(
                label=column.label,
                url=state.url(path, **TableOrder(column.id, way).query(), **kept),
                aria_sort=_ARIA[order.order] if is_present else "none",
                arrow=_ARROWS[order.order] if is_present else "",
                is_number=column.is_number,
            )
        )
    return found


def header_groups(columns: Sequence[TableColumn]) -> list[HeaderGroup]:
    """Name the groups of columns that follow each other."""
    return [
        HeaderGroup(label, len(list(group)))
        for label, group in groupby(columns, key=lambda column: column.group)
    ]


def _turned(order: str) -> str:
    """Turn an order round."""
    return ASCENDING if order == DESCENDING else DESCENDING
