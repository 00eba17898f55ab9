"""Failures that nobody foresaw, in the log under the name of their request.

Whoever meets one is told that name; the operator finds the failure by it, and the line of the
access log beside it.
"""

from __future__ import annotations

import logging
from urllib.parse import quote

from flask import Flask, has_request_context, request

from webapp.operation.request_id import ENVIRON_KEY


def name_failures(app: Flask) -> None:
    """Write the failures of `app` under the names of their requests."""
    app.logger.addFilter(_Named())


def name_of_request() -> str | None:
    """Name of this request; None when no layer named it."""
    name: str | None = request.environ.get(ENVIRON_KEY)
    return name


class _Named(logging.Filter):
    """Say which request failed, without anything that it could forge a line with."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, its message replaced during a request."""
        if has_request_context() and record.exc_info:
            path = quote(request.path.encode(errors="replace"), safe="/:@,;=~-._")
            record.msg = f"{name_of_request()} {request.method} {path[:300]}"
            record.args = ()
        return True
