"""Compression of answers: in which coding, of which answers, and at what cost.

The ETag of a compressed answer must differ from the plain one, and a page that has not changed
must not be compressed before that is noticed: `webapp.caching` decides when.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

import brotli
from flask import Response, request

_SMALLEST_COMPRESSED = 1024
# Half a second of one core, once; the places of the whole of France would take six.
_LARGEST_AT_BEST = 512 * 1024
# Beyond, a tenth more bytes in a sixth of the time: fifteen megabytes would take three seconds.
_LARGEST_WITH_CARE = 1024 * 1024
_COMPRESSIBLE = (
    *("text/", "application/json", "application/geo+json", "application/ld+json"),
    *("application/xml", "image/svg+xml"),
)


def accepted_coding() -> str | None:
    """Best content coding that the client accepts: `br`, `gzip` or None."""
    return next(iter(accepted_codings()), None)


def accepted_codings() -> tuple[str, ...]:
    """Content codings that the client accepts, the best first."""
    accepted = request.accept_encodings
    return tuple(coding for coding in ("br", "gzip") if accepted[coding] > 0)


def is_compressible(response: Response) -> bool:
    """Whether an answer is a text in memory that is worth compressing."""
    return (
        not response.is_streamed
        and not response.direct_passthrough
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(_COMPRESSIBLE)
        and len(response.get_data()) > _SMALLEST_COMPRESSED
    )


def packed(plain: bytes, coding: str, *, is_for_many: bool) -> bytes:
    """Compress an answer, in the time of one answer unless it is kept for many.

    Parameters
    ----------
    plain
        Its bytes.
    coding
        `br` or `gzip`.
    is_for_many
        Whether many visitors get it as it is.
    """
    is_large = len(plain) > _LARGEST_WITH_CARE
    if coding == "gzip":
        return gzip.compress(plain, 2 if is_large else 6, mtime=0)
    if is_for_many and len(plain) <= _LARGEST_AT_BEST:
        return _brotli_at_best(plain)
    return bytes(brotli.compress(plain, quality=5 if is_large else 9))


@lru_cache(maxsize=64)
def _brotli_at_best(plain: bytes) -> bytes:
    """Compress what never changes as well as can be, once for many visitors."""
    return bytes(brotli.compress(plain, quality=11))
