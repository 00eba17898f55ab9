"""The access log: one line per request, which says nothing of who asked.

Neither the query, where a visitor may have written an address, nor the client's address is kept.
An operator may ask for the network of the client (three bytes in IPv4, six in IPv6), never more.
Lines are written at once, in one call each: those of several processes never mix.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

import orjson

TEXT, JSON, NONE = "texte", "json", "aucun"
_STDOUT = 1
_LONGEST_PATH = 300
# Everything that may end a line or a column is written in hexadecimal.
_PLAIN = "/:@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Access:
    """One answered request.

    Attributes
    ----------
    request_id, method, path
        Which request; the path without its query.
    status, size
        Status and bytes of the body.
    duration_ms
        From its arrival in the process to its last byte given to the server.
    snapshot
        Snapshot that it was answered from, or None.
    client
        Network of the client, when the operator asked for it.
    """

    request_id: str
    method: str
    path: str
    status: int
    size: int
    duration_ms: float
    snapshot: str | None
    client: str | None


def text_line(access: Access, at: float) -> str:
    """Write a request in columns: time, id, method, path, status, bytes, ms, snapshot, client.

    >>> text_line(Access("0a1b2c3d", "GET", "/a b", 200, 12, 3.456, None, None), 0.0)
    '1970-01-01T00:00:00.000Z 0a1b2c3d GET /a%20b 200 12 3.5 - -'
    """
    return (
        f"{_instant(at)} {access.request_id} {_word(access.method)} {_path(access.path)} "
        f"{access.status} {access.size} {access.duration_ms:.1f} "
        f"{access.snapshot or '-'} {access.client or '-'}"
    )


def json_line(access: Access, at: float) -> str:
    """Write a request as a JSON object on one line."""
    document = {
        "time": _instant(at),
        "request_id": access.request_id,
        "method": _word(access.method),
        "path": _path(access.path),
        "status": access.status,
        "bytes": access.size,
        "ms": round(access.duration_ms, 1),
        "snapshot": access.snapshot,
    }
    if access.client is not None:
        document["client"] = access.client
    return orjson.dumps(document).decode()


def access_writer(form: str) -> Callable[[Access], None] | None:
    """Give what writes the log on stdout in a form; None when there is none to write.

    Parameters
    ----------
    form
        `texte`, `json` or `aucun`.
    """
    if form == NONE:
        return None
    line = json_line if form == JSON else text_line

    def write(access: Access) -> None:
        # A log that cannot be written, its disk full or its reader gone, must not stop the service.
        try:
            os.write(_STDOUT, f"{line(access, time.time())}\n".encode("ascii", "replace"))
        except OSError:
            return

    return write


def _instant(at: float) -> str:
    """Write an instant in UTC, to the millisecond."""
    milliseconds = int(at * 1000)
    day = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(milliseconds // 1000))
    return f"{day}.{milliseconds % 1000:03d}Z"


def _path(path: str) -> str:
    """Write a path, as WSGI gives it, without what could pass for another line or column."""
    return quote(path[:_LONGEST_PATH].encode("latin-1", "replace"), safe=_PLAIN)


def _word(method: str) -> str:
    return quote(method[:20], safe="")
