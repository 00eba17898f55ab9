"""Names under which the service answers: whatever else the header `Host` says is refused.

A browser led here under a name of someone else's (DNS rebinding), or a cache that keeps an answer
for another name, would otherwise take absolute addresses for those of this service.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection

from flask import Flask, request

from webapp.errors import UnknownHostError

# What asks whether the service lives does it by address, from nearby.
_ASKED_BY_ADDRESS = ("/health", "/ready", "/sante")
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63}){0,30}\.?")
_WITH_PORT = re.compile(r"(?P<name>\[[0-9a-f:.]{2,45}\]|[^\[\]:]{1,253})(:[0-9]{1,5})?")
OF_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


def is_host_name(text: str) -> bool:
    """Whether a text is a name or an IP address, without a port.

    >>> [is_host_name(text) for text in ("carte.exemple.fr", "::1", "a/b", "")]
    [True, True, False, False]
    """
    if _NAME.fullmatch(text.lower()) is not None:
        return True
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def name_of(host: str) -> str | None:
    """Name that a header `Host` says, without its port; None when it is not one.

    >>> name_of("Carte.exemple.fr:8000"), name_of("[::1]:80"), name_of("a@b"), name_of("")
    ('carte.exemple.fr', '::1', None, None)
    """
    written = _WITH_PORT.fullmatch(host.lower())
    if written is None:
        return None
    name = written["name"].removeprefix("[").removesuffix("]")
    return name.removesuffix(".") if is_host_name(name) else None


def refuse_other_hosts(app: Flask, allowed: Collection[str] | None) -> None:
    """Answer only under some names; under every well-formed one when None.

    Parameters
    ----------
    app
        The application.
    allowed
        Names in lower case, without port.
    """

    def check() -> None:
        name = name_of(request.host)
        is_known = name is not None and (allowed is None or name in allowed)
        if is_known or request.path in _ASKED_BY_ADDRESS:
            return
        raise UnknownHostError(
            "Ce service ne répond pas sous ce nom. Si vous l'administrez, ajoutez le nom à "
            "CARTO_ALLOWED_HOSTS."
        )

    app.before_request(check)
