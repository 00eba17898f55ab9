"""Which questions are counted, and what is said to who asks them too fast.

Pages, maps, tiles and assets are never refused: one page asks for many of them, and a neighbourhood
may share one address. Interfaces for programs and files made on demand are.
"""

from __future__ import annotations

import time

from flask import Flask, request

from webapp.errors import TooFastError
from webapp.file_formats import FILE_FORMATS
from webapp.operation.client_address import client_address, subscriber
from webapp.operation.run_settings import Operation
from webapp.operation.shared_buckets import SharedBuckets

SHARED_FILE = "limits"
_INTERFACES = ("/api/v1/", "/ogc/collections/", "/dossier/")
_NEVER = ("/static/", "/tuiles/", "/styles/", "/donnees/", "/fond/")
_COMPUTED = (*(f".{suffix}" for suffix in FILE_FORMATS), ".zip", ".pdf", ".png", ".docx")


def is_limited(path: str) -> bool:
    """Whether a question is counted.

    >>> [is_limited(path) for path in ("/api/v1/communes", "/departement/29/tableau.csv")]
    [True, True]
    >>> [is_limited(path) for path in ("/", "/tuiles/1a/communes/4/7/5.mvt", "/commune/29001")]
    [False, False, False]
    """
    if path.startswith(_NEVER) or (path.startswith("/ogc/") and "/tiles" in path):
        return False
    return path.startswith(_INTERFACES) or path.endswith(_COMPUTED)


def limit_rate(app: Flask, operation: Operation) -> None:
    """Refuse the questions of a client that asks faster than allowed; nothing when 0."""
    if operation.rate_limit == 0:
        return
    folder = operation.shared_dir
    buckets = SharedBuckets(operation.rate_limit, folder and folder / SHARED_FILE)

    def check() -> None:
        if not is_limited(request.path):
            return
        client = subscriber(client_address(request.environ, operation.trusted_proxies))
        wait_s = buckets.wait_s(client, time.monotonic())
        if wait_s:
            raise TooFastError(
                f"Au plus {operation.rate_limit} demandes par seconde : attendez un instant, puis "
                "reprenez. Pour tout lire, téléchargez plutôt les fichiers entiers.",
                wait_s,
            )

    app.before_request(check)
