"""The name of one request, the same in the answer, the access log and the log of errors.

Whoever stands in front may have named it already: the name is kept when it is one, so that their
log and this one can be read together.
"""

from __future__ import annotations

import re
import secrets

HEADER = "X-Request-Id"
ENVIRON_KEY = "carto.request_id"
_GIVEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}")


def request_id(given: str | None) -> str:
    """Keep the name given to a request, or make one.

    Parameters
    ----------
    given
        What the header says: eight to sixty-four letters, digits, `-` or `_`, or it is not kept.

    Examples
    --------
    >>> request_id("0f8a-4b7c-11ee"), len(request_id("<script>")), len(request_id(None))
    ('0f8a-4b7c-11ee', 16, 16)
    """
    if given is not None and _GIVEN.fullmatch(given):
        return given
    return secrets.token_hex(8)
