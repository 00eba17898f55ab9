"""What every request of the API must be, before anything is looked up: short, and answerable."""

from __future__ import annotations

from flask import Flask, request
from werkzeug.exceptions import NotAcceptable, RequestURITooLarge

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.json_answers import JSON
from webapp.links import API

_HTML = "text/html"
# Twice the thousand codes or places that a question takes, and room for the rest.
LONGEST_QUERY = 32 * 1024


def register_entry(app: Flask) -> None:
    """Hold every request of the API of `app` to what can be answered."""
    app.before_request(_require_answerable)


def _require_answerable() -> None:
    """Refuse a request of the API that is too long, wants another format, or leaves a blank.

    A page takes an empty value for that of a form left as it was; a program that writes one has
    lost the value it meant to give.

    Raises
    ------
    RequestURITooLarge
        When the query is too long.
    NotAcceptable
        When the client takes no JSON.
    ParameterError
        Naming the first parameter without a value.
    """
    is_root = request.path.rstrip("/") == API
    if not (is_root or request.path.startswith(f"{API}/")) or request.method == "OPTIONS":
        return
    if len(request.query_string) > LONGEST_QUERY:
        raise RequestURITooLarge
    accepted = request.accept_mimetypes
    # Whoever follows links asks for pages alone: where the API starts, the list is for them too.
    taken = [JSON, _HTML] if is_root else [JSON]
    if accepted and not accepted.best_match(taken):
        raise NotAcceptable
    for name, values in request.args.lists():
        if "" in values:
            raise ParameterError(
                said_back(name),
                f"Le paramètre « {said_back(name)} » est vide : donnez-le, ou retirez-le.",
            )
