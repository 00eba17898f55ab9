"""The address under which visitors reach the service, for what must be said outside of it.

Pages link from the root of their host and need no such address. Embed codes, oEmbed and links to
copy do: they take it from `adresse` in site.toml, the only safe word behind a proxy that ends
HTTPS. Without it the host of the request stands in, once it reads as a host and nothing else.
"""

from __future__ import annotations

import re

from flask import request

from webapp.errors import ParameterError
from webapp.house.theme import site

_HOST = re.compile(r"(?!-)[a-z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9a-f:]{2,45}\](:[0-9]{1,5})?")


def public_address() -> str:
    """Scheme and host of the service, without a slash at the end.

    Raises
    ------
    ParameterError
        When site.toml has no address and the request does not name a host.
    """
    address = known_address()
    if address is None:
        raise ParameterError("Host", "L'en-tête Host de la demande n'est pas un nom de serveur.")
    return address


def known_address() -> str | None:
    """Scheme and host of the service; None when nothing fit to be written says them."""
    chosen = site().adresse
    if chosen is not None:
        return chosen
    host = request.host.lower()
    if not is_host(host):
        return None
    return f"{request.scheme}://{host}"


def is_host(text: str) -> bool:
    """Whether a text is the name of a host, with a port or not, and nothing else.

    >>> [is_host(text) for text in ("carte.exemple.fr", "127.0.0.1:8000", "[::1]:80")]
    [True, True, True]
    >>> [is_host(text) for text in ("", 'a"b', "a/b", "user@host", "a b")]
    [False, False, False, False, False]
    """
    return _HOST.fullmatch(text) is not None
