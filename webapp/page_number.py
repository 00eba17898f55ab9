"""Which page of a long list an address asks for."""

from __future__ import annotations

from collections.abc import Mapping

from carto.said_back import said_back
from carto.typography import typeset

_LONGEST = 6


def read_page_number(query: Mapping[str, str]) -> tuple[int, tuple[str, ...]]:
    r"""Read `page`, from 1, which is that of an address without it.

    Returns
    -------
    tuple
        The number, and a French notice when what is asked for is no page.

    Examples
    --------
    >>> read_page_number({"page": "2"}), read_page_number({"page": ""})
    ((2, ()), (1, ()))
    >>> read_page_number({"page": "0"})
    (1, ("«\xa0page=0\xa0» n'est pas compris\xa0: la première page est montrée.",))
    """
    text = query.get("page") or "1"
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST and int(text) > 0:
        return int(text), ()
    said = f"« page={said_back(text)} » n'est pas compris : la première page est montrée."
    return 1, (typeset(said),)
