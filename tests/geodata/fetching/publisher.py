"""A publisher of our own on loopback, with every fault that publishers have."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

Fault = Callable[["Answering"], None]


class Answering(BaseHTTPRequestHandler):
    """Answers one request, or fails as it is told."""

    server: Publisher
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Do the fault of the path, else answer with its file; errors of a client gone are ours."""
        self.server.asked.append((self.path, dict(self.headers)))
        fault = self.server.faults.get(self.path)
        with suppress(OSError):
            if fault is not None:
                fault(self)
            else:
                self.give(self.server.files.get(self.path))

    def give(self, body: bytes | None, status: int = 200, **headers: str) -> None:
        """Answer with a body, with the validators of the server, or 304 when they match."""
        if body is None:
            status, body = 404, b"absent"
        etag = self.server.etags.get(self.path)
        if etag is not None and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        self.send_response(status)
        if etag is not None:
            headers["ETag"] = etag
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, start: bytes, piece: bytes = b"x", pause: float = 0.02) -> None:
        """Send bytes one by one until the client leaves."""
        self.wfile.write(start)
        while not self.server.closing.is_set():
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(pause)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Publisher(ThreadingHTTPServer):
    """Files and faults by path, and the requests received (path and headers)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.files: dict[str, bytes] = {}
        self.faults: dict[str, Fault] = {}
        self.etags: dict[str, str] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.closing = Event()

    def url(self, path: str) -> str:
        """Address of a path."""
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that leave are what is tested."""


@contextmanager
def serving() -> Iterator[Publisher]:
    """Serve until the end of the block."""
    publisher = Publisher()
    thread = Thread(target=publisher.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield publisher
    finally:
        publisher.closing.set()
        publisher.shutdown()
        thread.join()
        publisher.server_close()
