"""A file answered whole or by a range of bytes, read from where the range starts.

Clients of PMTiles and GeoParquet read a few kilobytes out of large files. The answer is read
piece by piece at its offset: the time does not grow with the offset, nor memory with the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from flask import Response, request
from werkzeug.exceptions import RequestedRangeNotSatisfiable

_PIECE = 256 * 1024


def file_answer(path: Path, mimetype: str, etag: str) -> Response:
    """Answer with a file, or with the one range of it that the request asks for.

    Parameters
    ----------
    path
        The file; it must not change once published.
    mimetype
        Its media type.
    etag
        Its strong validator; a range asked under another one (`If-Range`) gets the whole file.

    Returns
    -------
    Response
        200 with the whole file or 206 with the range; several ranges get the whole file.

    Raises
    ------
    RequestedRangeNotSatisfiable
        When the range starts beyond the end.
    """
    size = path.stat().st_size
    asked = _asked_range(size, etag)
    start, stop = asked or (0, size)
    response = Response(_pieces(path, start, stop), mimetype=mimetype, direct_passthrough=True)
    response.headers["Accept-Ranges"] = "bytes"
    response.content_length = stop - start
    response.set_etag(etag)
    if asked is not None:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return response


def _asked_range(size: int, etag: str) -> tuple[int, int] | None:
    """Start and stop of the range that the request asks for, None for the whole file."""
    asked, condition = request.range, request.if_range
    is_one = asked is not None and asked.units == "bytes" and len(asked.ranges) == 1
    is_held = request.if_none_match.contains(etag)
    # A weak validator does not promise the same bytes.
    is_weak = request.headers.get("If-Range", "").startswith("W/")
    is_stale = is_weak or condition.date is not None or condition.etag not in (None, etag)
    if asked is None or not is_one or is_held or is_stale:
        return None
    bounds = asked.range_for_length(size)
    if bounds is None:
        raise RequestedRangeNotSatisfiable(length=size)
    return bounds


def _pieces(path: Path, start: int, stop: int) -> Iterator[bytes]:
    """Bytes of a file from `start` up to `stop`, piece by piece."""
    with path.open("rb") as file:
        file.seek(start, os.SEEK_SET)
        left = stop - start
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            left -= len(piece)
            yield piece
