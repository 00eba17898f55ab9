"""Postcodes of communes, as far as the addresses of the places of help tell them.

No list of postcodes is among the sources: the address of a place tells one postcode of its
commune. The list is therefore incomplete, and every page that uses it says so. An address whose
postcode lies in another département than its commune is left out: one of the two is wrong, or the
post office is across the border. So is a postcode that is neither the most written in a commune nor
mostly written there: the address is mistaken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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
        Postcode to codes of communes, sorted: those where half of its addresses are, and those of
        which it is the most written postcode.
    """
    by_postcode: defaultdict[str, Counter[str]] = defaultdict(Counter)
    by_commune: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for site in sites:
        postcode, commune = site["code_postal"], site["code_insee"]
        if postcode and commune and site["departement"] in departements_of(postcode):
            by_postcode[postcode][commune] += 1
            by_commune[commune][postcode] += 1
    return {
        postcode: tuple(
            commune
            for commune, count in sorted(communes.items())
            if 2 * count >= communes.total() or count == max(by_commune[commune].values())
        )
        for postcode, communes in sorted(by_postcode.items())
    }
