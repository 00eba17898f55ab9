"""What every answer of the API has: headers that name the snapshot, and errors of one shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from carto.typography import typeset
from webapp.api.description.schema import Component, members, text, whole
from webapp.problems import PROBLEM

PROBLEM_SCHEMA = Component(
    "Probleme",
    members(
        {
            "type": text("Toujours « about:blank » : le titre et le statut suffisent."),
            "title": text("Ce qui ne va pas, en quelques mots."),
            "status": whole("Statut HTTP.", minimum=400, maximum=599),
            "detail": text("Ce qui ne va pas et que faire, en une phrase française."),
            "parameter": text("Le paramètre en cause, quand il y en a un."),
        },
        "Une erreur (RFC 9457), jamais une trace.",
        optional=("parameter",),
    ),
)

# Status → what it means here.
PROBLEMS = {
    400: "Un paramètre est inconnu, répété, ou sa valeur ne peut pas être utilisée.",
    404: "Rien ne répond à ce code ou à cet identifiant dans ces données.",
    406: "L'en-tête Accept ne laisse place à aucun format de cette adresse.",
    410: "Cette commune n'existe plus ; la réponse dit ce qui l'a remplacée.",
    414: "L'adresse est trop longue : 32 Kio de paramètres au plus.",
    429: "Trop de demandes à la fois : recommencez après le délai que dit Retry-After.",
    503: "Aucune donnée n'est publiée ici.",
}
# What any address may answer.
COMMON = (304, 400, 406, 414, 429, 503)
_RETRIED = (429, 503)
_TOO_LONG = 414

HEADERS = {
    "Carto-Snapshot": text("L'instantané d'où vient la réponse."),
    "ETag": text("Change avec les données et avec le logiciel ; à renvoyer dans If-None-Match."),
    "Cache-Control": text("Ce qu'un cache peut garder, et combien de temps."),
    "Location": text("Où la réponse se trouve."),
    "Retry-After": text("Secondes à attendre avant de recommencer."),
}


def described_headers() -> dict[str, Any]:
    """Write the headers of the answers, once for all."""
    return {
        name: {"description": schema["description"], "schema": {"type": "string"}}
        for name, schema in HEADERS.items()
    }


def described_problems() -> dict[str, Any]:
    """Write the errors, once for all."""
    return {name_of(status): _problem(status, said) for status, said in PROBLEMS.items()} | {
        name_of(301): {
            "description": "La commune a été reprise par une autre, à l'adresse de Location.",
            "headers": headers("Location"),
        },
        name_of(304): {
            "description": "Rien n'a changé depuis l'ETag donné dans If-None-Match.",
            "headers": headers("Carto-Snapshot", "ETag"),
        },
    }


def refusals(statuses: Iterable[int]) -> dict[str, Any]:
    """Refer to what an address may answer besides its document, by status."""
    asked = sorted({*COMMON, *statuses})
    return {str(status): {"$ref": f"#/components/responses/{name_of(status)}"} for status in asked}


def headers(*names: str) -> dict[str, Any]:
    """Refer to headers."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def name_of(status: int) -> str:
    """Name the component of an answer without a document of its own.

    >>> name_of(404)
    'Statut404'
    """
    return f"Statut{status}"


def _problem(status: int, said: str) -> dict[str, Any]:
    """Write an error."""
    retried = {"headers": headers("Retry-After")} if status in _RETRIED else {}
    # An endless address is refused by the server itself, which writes no document.
    content = {} if status == _TOO_LONG else {"content": {PROBLEM: {"schema": PROBLEM_SCHEMA}}}
    return {"description": typeset(said), **retried, **content}
