"""The link by which a site that is given the address of a map finds its embed code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from carto.group_code import LONGEST_GROUP_CODE
from webapp.embedding.public_address import known_address, public_address

PATH = "/oembed"
LONGEST_URL = 2000
TYPES = ("commune", "epci", "departement", "region", "ept", "groupe")
_EMBEDDABLE = re.compile(
    rf"(/integrer)?/((?P<type>{'|'.join(TYPES)})/(?P<code>\w[^/]{{0,{LONGEST_GROUP_CODE}}})|france)"
)


@dataclass(frozen=True)
class Embeddable:
    """A territory whose map can be framed; without a code, France."""

    type: str
    code: str | None


def embeddable(path: str) -> Embeddable | None:
    """Read the territory of the path of a page or of an embed; None for any other page.

    >>> embeddable("/departement/29"), embeddable("/methode")
    (Embeddable(type='departement', code='29'), None)
    >>> embeddable("/integrer/france")
    Embeddable(type='france', code=None)
    """
    found = _EMBEDDABLE.fullmatch(path)
    return None if found is None else Embeddable(found["type"] or "france", found["code"])


def discovery_of_request() -> str | None:
    """Address of the oEmbed document of the page of this request.

    None when the page has no map, or an address longer than the document would be given for.
    """
    public = known_address()
    if embeddable(request.path) is None or public is None:
        return None
    query = request.query_string.decode("ascii", "replace")
    address = f"{request.path}?{query}" if query else request.path
    return discovery(address) if len(public + address) <= LONGEST_URL else None


def discovery(address: str) -> str:
    """Address of the oEmbed document of a page of this service.

    Parameters
    ----------
    address
        Path and query of the page.
    """
    public = public_address()
    return f"{public}{PATH}?{urlencode({'url': public + address, 'format': 'json'})}"
