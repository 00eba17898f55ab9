"""What the HTTP server itself says: on stderr, since stdout holds the access log alone."""

from __future__ import annotations

import logging
from typing import Any, cast

from granian.log import LOGGING_CONFIG


class _WithoutThreadCount(logging.Filter):
    """Leave out that threads outnumber cores: most of them wait, for a turn or for a client."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is kept."""
        return "Python threads" not in record.getMessage()


def logging_on_stderr() -> dict[str, Any]:
    """Return Granian's own configuration of logging, moved off stdout."""
    handlers = cast("dict[str, dict[str, Any]]", LOGGING_CONFIG["handlers"])
    moved = {
        name: {**handler, "stream": "ext://sys.stderr", "filters": ["kept"]}
        for name, handler in handlers.items()
    }
    filters = {"kept": {"()": _WithoutThreadCount}}
    return {**LOGGING_CONFIG, "filters": filters, "handlers": moved}
