"""One shape for every error: problem+json for programs, a French page for people.

The table below is the only place that joins an error of the domain to an HTTP status. What an
answer says never holds a trace, a path of this machine or the words of an unexpected error: Flask
writes those to the log.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from carto.typography import typeset
from webapp.errors import (
    BusyError,
    NoSnapshotError,
    NotOfferedError,
    ParameterError,
    PdfUnavailableError,
    ServiceError,
    TooFastError,
    UnknownHostError,
    UnknownResourceError,
    UnusableAddressError,
)
from webapp.json_answers import json_answer
from webapp.operation.error_log import name_of_request
from webapp.search.closest_names import closest_names
from webapp.search.search_index import Place
from webapp.snapshots.current_snapshot import current

PROBLEM = "application/problem+json"

_STATUS: dict[type[ServiceError], int] = {
    ParameterError: 400,
    UnusableAddressError: 400,
    UnknownHostError: 400,
    UnknownResourceError: 404,
    NoSnapshotError: 503,
    BusyError: 429,
    TooFastError: 429,
    NotOfferedError: 501,
    PdfUnavailableError: 501,
}
_TITLES = {
    400: "Demande incorrecte",
    404: "Introuvable",
    405: "Méthode refusée",
    406: "Format non proposé",
    410: "Commune disparue",
    413: "Demande trop longue",
    414: "Adresse trop longue",
    416: "Plage d'octets impossible",
    429: "Trop de demandes à la fois",
    500: "Erreur du service",
    501: "Pas disponible ici",
    503: "Pas de données publiées",
}
_DETAILS = {
    404: "Cette adresse ne mène à aucune page ; repartez de l'accueil.",
    405: "Le service se lit : seules les méthodes GET, HEAD et OPTIONS sont acceptées.",
    406: "Cette adresse répond en JSON ; acceptez application/json.",
    413: "Raccourcissez la demande.",
    414: "Raccourcissez l'adresse.",
    500: "Une erreur imprévue s'est produite ; elle est inscrite au journal du service. "
    "Réessayez plus tard.",
}
_PROGRAM_PREFIXES = (
    "/api/",
    "/donnees/",
    "/static/",
    "/ogc",
    "/tuiles/",
    "/styles/",
    "/recherche/suggestions",
    "/oembed",
    "/catalogue.jsonld",
    "/sitemap",
    "/health",
    "/ready",
    "/sante",
)


def register_problems(app: Flask) -> None:
    """Answer every error of `app` in one shape."""
    app.register_error_handler(ServiceError, _service_error)
    app.register_error_handler(HTTPException, _http_error)


def _service_error(error: ServiceError) -> Response:
    extra = {"parameter": error.parameter} if isinstance(error, ParameterError) else {}
    answer = problem_answer(_STATUS[type(error)], str(error), extra)
    if isinstance(error, TooFastError):
        answer.headers["Retry-After"] = str(error.wait_s)
    return answer


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    detail = _DETAILS.get(status, "La demande ne peut pas être satisfaite.")
    name = name_of_request()
    if status == 500 and name is not None:
        detail = detail.replace("journal du service", f"journal du service sous le nom « {name} »")
    answer = problem_answer(status, detail)
    for name, value in error.get_headers():
        if name in ("Allow", "Content-Range", "Retry-After"):
            answer.headers[name] = value
    return answer


def problem_answer(status: int, detail: str, extra: dict[str, Any] | None = None) -> Response:
    """Answer with a problem: JSON under `/api/`, `/donnees/`… or when asked for, else a page.

    Parameters
    ----------
    status
        HTTP status.
    detail
        French sentence that says what to do next.
    extra
        Members added to the JSON document.
    """
    title = _TITLES.get(status, "Demande impossible")
    detail = typeset(detail)
    if is_for_a_program():
        document = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        answer = json_answer({**document, **(extra or {})}, status, PROBLEM)
    else:
        close = _closest_names() if status == 404 else []
        page = render_template(
            "erreur.html", status=status, title=title, detail=detail, close=close, oembed=None
        )
        answer = make_response(page, status)
    answer.headers["Cache-Control"] = "no-store"
    if status in (429, 503):
        answer.headers["Retry-After"] = "30"
    return answer


def _closest_names() -> list[Place]:
    """List the territories that the address may have meant; none when nothing is published."""
    try:
        names = current().names
    except NoSnapshotError:
        return []
    return closest_names(request.path, names)


def is_for_a_program() -> bool:
    """Whether the visitor is a program rather than a person.

    Standard interfaces and files answer both: a browser names pages among what it accepts, and
    what reads a table (`curl`, pandas, GDAL) does not.
    """
    path = request.path
    if (path.startswith("/ogc") and request.args.get("f") != "json") or _names_a_file(path):
        return "text/html" not in request.accept_mimetypes.values()
    if path.startswith(_PROGRAM_PREFIXES):
        return True
    known = ["text/html", "application/json", PROBLEM]
    return request.accept_mimetypes.best_match(known, default="text/html") != "text/html"


def _names_a_file(path: str) -> bool:
    """Whether an address outside the interfaces for programs ends with the name of a file.

    >>> [_names_a_file(path) for path in ("/departement/29/tableau.csv", "/commune/29019")]
    [True, False]
    """
    return "." in path.rpartition("/")[2] and not path.startswith(_PROGRAM_PREFIXES)
