"""JSON answers: numbers as stored, missing values as null, French text unescaped."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response

JSON = "application/json"
GEOJSON = "application/geo+json"


def json_answer(document: Any, status: int = 200, mimetype: str = JSON) -> Response:
    """Answer with a JSON document.

    Parameters
    ----------
    document
        Dicts, lists, text, numbers, booleans and None; NaN is written null.
    status
        HTTP status.
    mimetype
        Media type of the answer.
    """
    return Response(orjson.dumps(document), status=status, mimetype=mimetype)
