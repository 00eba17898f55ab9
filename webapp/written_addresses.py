"""Addresses written almost as they should be: they lead for good to the one of the page."""

from __future__ import annotations

import re

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

_CODE = re.compile(
    r"(?P<start>(?:/integrer)?/(?P<type>departement|commune)/)"
    r"(?P<code>[0-9]{1,5}|2[abAB][0-9]{0,3})(?P<rest>/.*)?"
)
_SHORTEST, _LENGTHS = {"departement": 1, "commune": 4}, {"departement": 2, "commune": 5}


def register_written_addresses(app: Flask) -> None:
    """Redirect what is written almost as an address of `app`."""
    app.before_request(_to_the_address)


def as_it_should_be(path: str) -> str:
    """Write a path without its last slash, and a code with its zero and its capital.

    A path that starts by two slashes would lead to another host: it is left as it is.

    >>> as_it_should_be("/departement/2a/tableau/"), as_it_should_be("/departement/1")
    ('/departement/2A/tableau', '/departement/01')
    >>> as_it_should_be("/commune/1001"), as_it_should_be("/"), as_it_should_be("//example.org/")
    ('/commune/01001', '/', '//example.org/')
    """
    if "//" in path or "\\" in path:
        return path
    path = path.rstrip("/") or "/"
    found = _CODE.fullmatch(path)
    if found is None or len(found["code"]) < _SHORTEST[found["type"]]:
        return path
    code = found["code"].upper().zfill(_LENGTHS[found["type"]])
    return f"{found['start']}{code}{found['rest'] or ''}"


def _to_the_address() -> Response | None:
    """Redirect to the address of the page, with its parameters."""
    path = as_it_should_be(request.path)
    if path == request.path or request.path.startswith(("/api/", "/static/")):
        return None
    query = request.query_string.decode("utf-8", "replace")
    return redirect(f"{path}?{query}" if query else path, 301)
