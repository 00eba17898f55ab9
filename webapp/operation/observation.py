"""What surrounds every request: its name, its duration, its line in the log, its place in counts.

A layer of WSGI around everything that answers, so that a tile sent without Flask is seen like a
page. It changes two things only: the answer carries the name of the request, and the scheme is the
one that a trusted proxy says that the client used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Any

from webapp.operation.access_log import Access, access_writer
from webapp.operation.client_address import client_address, is_trusted, peer_address, truncated
from webapp.operation.metrics import request_counter
from webapp.operation.request_id import ENVIRON_KEY, HEADER, request_id
from webapp.operation.run_settings import Operation

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# A short answer is given to the server in one piece, which costs it less than an iterator.
_SHORT = 256 * 1024
_WITHOUT_BODY = (204, 304)


def observed(application: WSGIApplication, operation: Operation) -> WSGIApplication:
    """Surround an application with its log and its counts.

    Parameters
    ----------
    application
        Everything that answers.
    operation
        What to write and to count, and which proxies to believe.
    """
    asked = (access_writer(operation.access_log), operation.has_metrics and request_counter())
    recorders: list[Callable[[Access], None]] = [one for one in asked if one]
    proxies = operation.trusted_proxies

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        began = perf_counter()
        environ[ENVIRON_KEY] = name = request_id(environ.get("HTTP_X_REQUEST_ID"))
        if proxies and is_trusted(peer_address(environ), proxies):
            _believe_scheme(environ)
        said = _Said()

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            said.note(status, headers)
            return start_response(status, [*headers, (HEADER, name)], *rest)

        def record(size: int) -> None:
            client = client_address(environ, proxies) if operation.logs_networks else None
            access = Access(
                request_id=name,
                method=environ["REQUEST_METHOD"],
                path=environ["PATH_INFO"],
                status=said.status,
                size=size,
                duration_ms=(perf_counter() - began) * 1000,
                snapshot=said.snapshot,
                client=None if client is None else truncated(client),
            )
            for one in recorders:
                one(access)

        try:
            body = application(environ, start)
        except Exception:
            said.status = 500
            record(0)
            raise
        if isinstance(body, list) or said.is_short:
            pieces = _whole(body)
            has_body = environ["REQUEST_METHOD"] != "HEAD" and said.status not in _WITHOUT_BODY
            record(sum(map(len, pieces)) if has_body else 0)
            return pieces
        return _Followed(body, record)

    return answer


class _Said:
    """What the application said of its answer before its body."""

    def __init__(self) -> None:
        self.status = 500
        self.snapshot: str | None = None
        self.is_short = False

    def note(self, status: str, headers: list[tuple[str, str]]) -> None:
        """Keep what the log says of it."""
        self.status = int(status[:3])
        for name, value in headers:
            lower = name.lower()
            if lower == "carto-snapshot":
                self.snapshot = value
            elif lower == "content-length":
                self.is_short = int(value) <= _SHORT


class _Followed:
    """A long body, counted as it leaves; recorded when the server lets go of it."""

    def __init__(self, body: Iterable[bytes], record: Callable[[int], None]) -> None:
        self._body = body
        self._pieces = iter(body)
        self._record = record
        self._size = 0

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = next(self._pieces)
        self._size += len(piece)
        return piece

    def close(self) -> None:
        """Record the request, whether its body was read to the end or not."""
        try:
            _close(self._body)
        finally:
            self._record(self._size)


def _whole(body: Iterable[bytes]) -> list[bytes]:
    """Read a short body at once."""
    if isinstance(body, list):
        return body
    try:
        return list(body)
    finally:
        _close(body)


def _close(body: Iterable[bytes]) -> None:
    close = getattr(body, "close", None)
    if close is not None:
        close()


def _believe_scheme(environ: WSGIEnvironment) -> None:
    """Take the scheme that the nearest proxy says; nothing else is taken from it."""
    said = str(environ.get("HTTP_X_FORWARDED_PROTO", "")).rpartition(",")[2].strip()
    if said in ("http", "https"):
        environ["wsgi.url_scheme"] = said
