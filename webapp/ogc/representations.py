"""The two forms of every resource: a document for programs, a page for people."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from flask import Response, make_response, render_template, request
from werkzeug.exceptions import NotAcceptable

from carto.said_back import said_back
from webapp.caching import also_depends_on
from webapp.errors import ParameterError
from webapp.json_answers import json_answer
from webapp.ogc.addresses import HTML, JSON, Link, absolute, link

FORMATS = ("json", "html")
_PROGRAM_TYPES = (
    "application/geo+json",
    "application/json",
    "application/schema+json",
    "application/vnd.oai.openapi+json",
)


def is_page_asked() -> bool:
    """Whether a page is asked for: by `f`, else by the header Accept; a document without either.

    Raises
    ------
    ParameterError
        When `f` is neither json nor html.
    NotAcceptable
        When the client accepts neither.
    """
    asked = request.args.get("f")
    if asked is not None and asked not in FORMATS:
        raise ParameterError(
            "f", f"« f={said_back(asked)} » n'est pas servi ; il y a json et html."
        )
    if asked is None:
        accepted = request.accept_mimetypes
        if accepted and accepted.best_match((*_PROGRAM_TYPES, HTML)) is None:
            raise NotAcceptable
        best = accepted.best_match((*_PROGRAM_TYPES, HTML), default=JSON)
        asked = "html" if best == HTML else "json"
    also_depends_on(asked)
    return asked == "html"


def document_answer(document: Any, mimetype: str = JSON) -> Response:
    """Answer with a document."""
    answer = json_answer(document, mimetype=mimetype)
    answer.vary.add("Accept")
    return answer


def page_answer(template: str, **context: Any) -> Response:
    """Answer with a page."""
    answer = make_response(render_template(template, **context))
    answer.vary.add("Accept")
    return answer


def links_to_itself(mimetype: str, title: str) -> list[Link]:
    """Link a resource to itself and to its other form, whichever is answered.

    Parameters
    ----------
    mimetype
        Type of its document.
    title
        What it is.
    """
    query = {name: value for name, value in request.args.items() if name != "f"}
    path = quote(request.path)
    is_page = is_page_asked()
    document = absolute(path, {**query, "f": "json"}), mimetype, f"{title} (JSON)"
    page = absolute(path, {**query, "f": "html"}), HTML, f"{title} (page)"
    first, other = (page, document) if is_page else (document, page)
    return [link("self", *first), link("alternate", *other)]
