"""Caching and compression of answers.

What is made from a snapshot is revalidated, under a strong ETag: the id of the snapshot, and a
digest of what else the answer depends on, the software, the warnings of the moment and the
comparisons with earlier releases. Words, reasons and drawings come from the code, so an upgrade
must not leave yesterday's. A published file depends on nothing else and carries its own ETag; what
lies under an address with the snapshot id or a content hash is immutable. An answer that time cut
short is nobody's to keep: asked again, it may be another.

Compression is done here, in thirty lines, rather than by an extension: the ETag of a compressed
answer must differ from the plain one, and a page that has not changed must not be compressed
before that is noticed.
"""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache

import brotli
from flask import Response, g, has_app_context, request

from webapp.snapshots.current_snapshot import bound, bound_id

IMMUTABLE = "public, max-age=31536000, immutable"
_REVALIDATE = "no-cache"
_NEVER_KEPT = "no-store"
_SMALLEST_COMPRESSED = 1024
# Half a second of one core, once; the places of the whole of France would take six.
_LARGEST_AT_BEST = 512 * 1024
# Beyond, a tenth more bytes in a sixth of the time: fifteen megabytes would take three seconds.
_LARGEST_WITH_CARE = 1024 * 1024
_COMPRESSIBLE = (
    *("text/", "application/json", "application/geo+json", "application/ld+json"),
    *("application/xml", "image/svg+xml"),
)
FRAGMENT_HEADER = "X-Fragment"
# Words and classes come from the code: pages ask for them under its version, so that a browser
# never keeps those of an older software.
CODE_VERSION = "v"


def also_depends_on(*facts: str) -> None:
    """Make the ETag of this answer depend on facts that are not in the snapshot."""
    g.etag_facts = (*g.get("etag_facts", ()), *facts)


def not_to_be_kept() -> None:
    """Let nobody keep this answer, which might be another if it were asked for again.

    Where nothing is answered, as in a command, there is nothing to keep.
    """
    if has_app_context():
        g.is_kept_by_none = True


class Caching:
    """Caching rules of one application.

    Parameters
    ----------
    edition
        Digest of the software and its assets; part of the ETag of every answer made by code.
    """

    def __init__(self, edition: str) -> None:
        self._edition = edition

    def finish(self, response: Response) -> Response:
        """Name the snapshot, set the validators, compress, and answer 304 when nothing changed."""
        snapshot_id = bound_id()
        if snapshot_id is not None:
            response.headers["Carto-Snapshot"] = snapshot_id
        if response.status_code != 200 or request.method not in ("GET", "HEAD"):
            return response
        if response.mimetype == "text/html":
            response.vary.add(FRAGMENT_HEADER)
        if g.get("is_kept_by_none", False):
            response.headers["Cache-Control"] = _NEVER_KEPT
            return _encode(response, None)
        if snapshot_id is not None and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = _REVALIDATE
        etag = response.get_etag()[0]
        if etag is None and snapshot_id is not None:
            etag = f"{snapshot_id}-{self._rest()}"
        return _encode(response, etag)

    def _rest(self) -> str:
        """Digest what an answer depends on besides the snapshot."""
        snapshot = bound()
        warnings = () if snapshot is None else snapshot.warnings
        fragment = request.headers.get(FRAGMENT_HEADER, "")
        said = "\n".join((self._edition, fragment, *warnings, *g.get("etag_facts", ())))
        return hashlib.sha256(said.encode()).hexdigest()[:8]


def _encode(response: Response, etag: str | None) -> Response:
    """Compress the answer if the client can read it, unless the client already holds it."""
    coding = None
    if _is_compressible(response):
        response.vary.add("Accept-Encoding")
        coding = accepted_coding()
    if etag is not None:
        response.set_etag(f"{etag}-{coding}" if coding else etag)
    is_held = etag is not None and request.if_none_match.contains(response.get_etag()[0] or "")
    if coding is not None and not is_held:
        plain = response.get_data()
        response.set_data(_packed(plain, coding, is_for_many=_is_for_many(response)))
        response.headers["Content-Encoding"] = coding
    if etag is not None:
        response.make_conditional(request)
    return response


@lru_cache(maxsize=64)
def _brotli_at_best(plain: bytes) -> bytes:
    """Compress what never changes as well as can be, once for many visitors."""
    return bytes(brotli.compress(plain, quality=11))


def _is_for_many(response: Response) -> bool:
    """Whether many visitors get this answer as it is: it never changes, and none chose it."""
    never_changes = response.headers.get("Cache-Control") == IMMUTABLE
    return never_changes and request.args.keys() <= {CODE_VERSION}


def _packed(plain: bytes, coding: str, *, is_for_many: bool) -> bytes:
    """Compress an answer, in the time of one answer unless it is kept for many."""
    is_large = len(plain) > _LARGEST_WITH_CARE
    if coding == "gzip":
        return gzip.compress(plain, 2 if is_large else 6, mtime=0)
    if is_for_many and len(plain) <= _LARGEST_AT_BEST:
        return _brotli_at_best(plain)
    return bytes(brotli.compress(plain, quality=5 if is_large else 9))


def _is_compressible(response: Response) -> bool:
    """Whether the answer is a text in memory that is worth compressing."""
    return (
        not response.is_streamed
        and not response.direct_passthrough
        and "Content-Encoding" not in response.headers
        and (response.mimetype or "").startswith(_COMPRESSIBLE)
        and len(response.get_data()) > _SMALLEST_COMPRESSED
    )


def accepted_coding() -> str | None:
    """Best content coding that the client accepts: `br`, `gzip` or None."""
    accepted = request.accept_encodings
    for coding in ("br", "gzip"):
        if accepted[coding] > 0:
            return coding
    return None
