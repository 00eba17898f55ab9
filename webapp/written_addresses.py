"""Addresses written almost as they should be: they lead for good to the one of the page."""

from __future__ import annotations

import re
from urllib.parse import quote

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from carto.group_code import read_group_code

_CODE = re.compile(
    r"(?P<start>(?:/integrer)?/(?P<type>departement|commune)/)"
    r"(?P<code>[0-9]{1,5}|2[abAB][0-9]{0,3})(?P<rest>/.*)?"
)
_GROUP = re.compile(r"(?P<start>.*/groupes?/)(?P<code>[^/.]+)(?P<rest>[/.].*)?")
_SHORTEST, _LENGTHS = {"departement": 1, "commune": 4}, {"departement": 2, "commune": 5}


def register_written_addresses(app: Flask) -> None:
    """Redirect what is written almost as an address of `app`."""
    app.before_request(_to_the_address)


def as_it_should_be(path: str) -> str:
    """Write a path without its last slash, and a code with its zero and its capital.

    A path that holds two slashes might lead to another host: it is left as it is.

    >>> as_it_should_be("/departement/2a/tableau/"), as_it_should_be("/departement/1")
    ('/departement/2A/tableau', '/departement/01')
    >>> as_it_should_be("/commune/1001"), as_it_should_be("/"), as_it_should_be("//example.org/")
    ('/commune/01001', '/', '//example.org/')
    """
    if _leads_elsewhere(path):
        return path
    path = path.rstrip("/") or "/"
    found = _CODE.fullmatch(path)
    if found is None or len(found["code"]) < _SHORTEST[found["type"]]:
        return path
    code = found["code"].upper().zfill(_LENGTHS[found["type"]])
    return f"{found['start']}{code}{found['rest'] or ''}"


def with_sorted_codes(path: str) -> str:
    """Write the codes of a composed group sorted, each once, wherever a path holds them.

    >>> with_sorted_codes("/groupe/29105-29103-29105/tableau")
    '/groupe/29103-29105/tableau'
    >>> with_sorted_codes("/groupe/leon"), with_sorted_codes("/departement/29")
    ('/groupe/leon', '/departement/29')
    """
    found = None if _leads_elsewhere(path) else _GROUP.fullmatch(path)
    group = read_group_code(found["code"]) if found else None
    if found is None or group is None:
        return path
    return f"{found['start']}{group}{found['rest'] or ''}"


def _leads_elsewhere(path: str) -> bool:
    """Whether a redirection to a path might lead to another host."""
    return "//" in path or "\\" in path


def _to_the_address() -> Response | None:
    """Redirect to the address of the page, with its parameters."""
    path = with_sorted_codes(request.path)
    if path != request.path:
        return redirect(_with_query(path), 308)
    path = as_it_should_be(request.path)
    if path == request.path or request.path.startswith(("/api/", "/ogc/", "/static/")):
        return None
    return redirect(_with_query(path), 301)


def _with_query(path: str) -> str:
    """Add the parameters of this request to another path."""
    query = request.query_string.decode("utf-8", "replace")
    written = quote(path, safe="/:@,;()!'*~")
    return f"{written}?{query}" if query else written
