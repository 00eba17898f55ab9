"""A part of a list as the API writes it: how many there are in all, and where the rest is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from flask import request

from webapp.parameters import Page
from webapp.snapshots.loaded_snapshot import Row


def list_document(
    snapshot_id: str,
    name: str,
    rows: Sequence[Row],
    page: Page,
    write: Callable[[Row], dict[str, Any]],
) -> dict[str, Any]:
    """Write one page of a list.

    Parameters
    ----------
    snapshot_id
        The snapshot the rows come from.
    name
        Member that holds the documents, for instance `communes`.
    rows
        Every row that matches, in a stable order.
    page
        Which of them to write.
    write
        Writes one row.

    Returns
    -------
    dict
        `count` is the number of rows that match, not of those written.
    """
    part = rows[page.offset : page.offset + page.limit]
    after = page.offset + page.limit
    return {
        "snapshot": snapshot_id,
        "count": len(rows),
        "limit": page.limit,
        "offset": page.offset,
        "next": _address_from(after, page.limit) if after < len(rows) else None,
        name: [write(row) for row in part],
    }


def _address_from(offset: int, limit: int) -> str:
    """Address of this list from another offset, with the same filters."""
    query = request.args.to_dict() | {"limit": str(limit), "offset": str(offset)}
    return f"{request.path}?{urlencode(query, safe=',')}"
