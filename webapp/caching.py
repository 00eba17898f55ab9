"""Caching of answers: who may keep them, under which validator, and who holds them already.

What is made from a snapshot is revalidated, under a strong ETag: the id of the snapshot, and a
digest of what else the answer depends on, its address, the software, the warnings of the moment and
the comparisons with earlier releases. Words, reasons and drawings come from the code, so an upgrade
must not leave yesterday's. All of this is known before the answer is made: who holds it already is
told so at once. The few answers that depend on more say so while they are made, and are made each
time. A published file depends on nothing else and carries its own ETag; what lies under an address
with the snapshot id or a content hash is immutable. An answer that time cut short is nobody's to
keep: asked again, it may be another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from flask import Flask, Response, g, has_app_context, request

from webapp.compression import accepted_coding, accepted_codings, is_compressible, packed
from webapp.snapshots.current_snapshot import bind, bound, bound_id, served

IMMUTABLE = "public, max-age=31536000, immutable"
_REVALIDATE = "no-cache"
_NEVER_KEPT = "no-store"
# What stands for the rule of caching of an answer that has none of its own.
_NO_RULE = ""
_AND_MORE = "and"
FRAGMENT_HEADER = "X-Fragment"
# Words and classes come from the code: pages ask for them under its version, so that a browser
# never keeps those of an older software.
CODE_VERSION = "v"


def also_depends_on(*facts: str) -> None:
    """Make the ETag of this answer depend on facts that are only known once it is being made.

    Even where there is none yet: the validator of what may depend on more is not foreseen.
    """
    g.etag_facts = (*g.get("etag_facts", (_AND_MORE,)), *facts)


def not_to_be_kept() -> None:
    """Let nobody keep this answer, which might be another if it were asked for again.

    Where nothing is answered, as in a command, there is nothing to keep.
    """
    if has_app_context():
        g.is_kept_by_none = True


def validated_by_its_bytes(response: Response) -> Response:
    """Let an answer be revalidated by what it says: it comes from no snapshot, or from several."""
    response.add_etag()
    response.headers["Cache-Control"] = _REVALIDATE
    return response


class Caching:
    """Caching rules of one application.

    Parameters
    ----------
    edition
        Digest of the software, its assets and the site; part of the ETag of every answer made by
        code.
    surroundings
        Gives, by the id of a snapshot, what answers made from it depend on besides: facts of this
        request and of the data folder.
    """

    def __init__(self, edition: str, surroundings: Callable[[str], Iterable[str]]) -> None:
        self._edition = edition
        self._surroundings = surroundings

    def register(self, app: Flask) -> None:
        """Cache the answers of `app`, once what it refuses of any request has been registered."""
        app.before_request(self._answer_holder)
        app.after_request(self._finish)

    def _answer_holder(self) -> Response | None:
        """Answer 304 before anything is made, to a client that holds what would be.

        What answers depend on is read here, before they are made: one made while it changes has
        the validator of before, and is made again next time. The validator holds the address: a
        client can only have it from a full answer at that address.
        """
        snapshot = served() if request.method in ("GET", "HEAD") else None
        if snapshot is None:
            return None
        facts = self._facts(snapshot.id, snapshot.warnings)
        g.foreseen = snapshot, facts
        plain = _etag(snapshot.id, (*facts, _NO_RULE))
        held = request.if_none_match
        if not held or held.star_tag:
            return None
        for etag in (plain, *(f"{plain}-{coding}" for coding in accepted_codings())):
            if held.contains_weak(etag):
                bind(snapshot)
                answer = Response(status=304, headers={"Cache-Control": _REVALIDATE})
                answer.vary.update(("Accept-Encoding", FRAGMENT_HEADER))
                answer.set_etag(etag)
                return answer
        return None

    def _finish(self, response: Response) -> Response:
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
        if response.headers.get("Cache-Control") == _NEVER_KEPT:
            return _encode(response, None)
        etag = response.get_etag()[0]
        if etag is None and snapshot_id is not None:
            etag = self._etag_of_answer(snapshot_id, response)
        if snapshot_id is not None and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = _REVALIDATE
        return _encode(response, etag)

    def _etag_of_answer(self, snapshot_id: str, response: Response) -> str:
        """Validate an answer by what was read before it was made, and by what it said meanwhile."""
        snapshot = bound()
        foreseen, facts = g.get("foreseen", (None, ()))
        if snapshot is None or snapshot is not foreseen:
            facts = self._facts(snapshot_id, () if snapshot is None else snapshot.warnings)
        rule = response.headers.get("Cache-Control", _NO_RULE)
        return _etag(snapshot_id, (*facts, *g.get("etag_facts", ()), rule))

    def _facts(self, snapshot_id: str, warnings: Iterable[str]) -> tuple[str, ...]:
        """List what an answer made from a snapshot depends on, as far as it is known by now."""
        return (
            self._edition,
            request.environ["PATH_INFO"],
            request.query_string.decode("latin-1"),
            request.headers.get(FRAGMENT_HEADER, ""),
            *self._surroundings(snapshot_id),
            *warnings,
        )


def _etag(snapshot_id: str, facts: tuple[str, ...]) -> str:
    """Name the snapshot of an answer, and digest what else it depends on."""
    digest = hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass"))
    return f"{snapshot_id}-{digest.hexdigest()[:8]}"


def _encode(response: Response, etag: str | None) -> Response:
    """Compress the answer if the client can read it, unless the client already holds it."""
    coding = None
    if is_compressible(response):
        response.vary.add("Accept-Encoding")
        coding = accepted_coding()
    if etag is not None:
        response.set_etag(f"{etag}-{coding}" if coding else etag)
    is_held = etag is not None and request.if_none_match.contains(response.get_etag()[0] or "")
    if coding is not None and not is_held:
        plain = response.get_data()
        response.set_data(packed(plain, coding, is_for_many=_is_for_many(response)))
        response.headers["Content-Encoding"] = coding
    if etag is not None:
        response.make_conditional(request)
    return response


def _is_for_many(response: Response) -> bool:
    """Whether many visitors get this answer as it is: it never changes, and none chose it."""
    never_changes = response.headers.get("Cache-Control") == IMMUTABLE
    return never_changes and request.args.keys() <= {CODE_VERSION}
