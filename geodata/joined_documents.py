"""Several JSON documents as one entry of the cache."""

from __future__ import annotations

from collections.abc import Mapping

import orjson


def join_documents(documents: Mapping[str, bytes]) -> bytes:
    """Join JSON documents, none of which has a line break: their names, then one on each line.

    Parameters
    ----------
    documents
        Compact JSON by name.
    """
    return b"\n".join([orjson.dumps(list(documents)), *documents.values()])


def part_documents(joined: bytes) -> dict[str, bytes]:
    """Part documents joined by `join_documents`.

    >>> part_documents(join_documents({"a": b"{}", "b": b"[1]"}))
    {'a': b'{}', 'b': b'[1]'}
    """
    names, *documents = joined.split(b"\n")
    return dict(zip(orjson.loads(names), documents, strict=True))
