"""The suggestions of a gesture: each commune leads to the scenario with the place put there."""

from __future__ import annotations

from urllib.parse import urlencode

from webapp.parameters import Query
from webapp.scenarios.gesture import GESTURE, TYPED, WHERE

PATH = "/scenario"
# Fields of the form of a gesture that are not the scenario.
_OF_THE_SEARCH = (TYPED, "type", WHERE)


def is_gesture(query: Query) -> bool:
    """Whether suggestions are asked for by the form of a gesture."""
    return GESTURE in query


def suggested_address(query: Query, code_insee: str) -> str:
    """Write the address of the gesture that a form asks for, in a commune.

    >>> from werkzeug.datastructures import MultiDict
    >>> suggested_address(MultiDict([("geste", "ajouter"), ("q", "bre")]), "29019")
    '/scenario?geste=ajouter&ou=29019'
    """
    kept = [pair for pair in query.items(multi=True) if pair[0] not in _OF_THE_SEARCH]
    return f"{PATH}?{urlencode([*kept, (WHERE, code_insee)], safe=':,')}"
