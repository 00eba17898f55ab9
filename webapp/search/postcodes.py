"""Postcodes of communes, as far as the addresses of the places of help tell them.

No list of postcodes is among the sources: the address of a place tells one postcode of its
commune. The list is therefore incomplete, and every page that uses it says so. An address whose
postcode lies in another département than its commune is left out: one of the two is wrong, or the
post office is across the border.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from carto.codes import DEPARTEMENTS

Row = Mapping[str, Any]
Postcodes = Mapping[str, tuple[str, ...]]

_POSTCODE = re.compile(r"[0-9]{5}")
_CORSE = ("2A", "2B")


def is_postcode(text: str) -> bool:
    """Whether a text has the form of a postcode.

    >>> is_postcode("29000"), is_postcode("2A004"), is_postcode("2900")
    (True, False, False)
    """
    return text.isascii() and _POSTCODE.fullmatch(text) is not None


def departements_of(postcode: str) -> tuple[str, ...]:
    """Codes of the départements whose postcodes begin like this one, nearly all of them.

    >>> departements_of("29000"), departements_of("20100"), departements_of("97460")
    (('29',), ('2A', '2B'), ('974',))
    >>> departements_of("99123")
    ()
    """
    if postcode.startswith("20"):
        return _CORSE
    code = postcode[: 3 if postcode[:2] in ("97", "98") else 2]
    return (code,) if code in DEPARTEMENTS else ()


def postcodes_of(sites: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """List the communes of each postcode.

    Parameters
    ----------
    sites
        Rows of `sites`.

    Returns
    -------
    dict of str to tuple of str
        Postcode to codes of communes, sorted.
    """
    communes: dict[str, set[str]] = defaultdict(set)
    for site in sites:
        postcode, commune = site["code_postal"], site["code_insee"]
        if postcode and commune and site["departement"] in departements_of(postcode):
            communes[postcode].add(commune)
    return {postcode: tuple(sorted(found)) for postcode, found in sorted(communes.items())}
