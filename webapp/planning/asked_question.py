"""The question of a plan, as an address holds it.

`?question=couverture&nombre=5&rayon=15&candidats=29019,29103&sans=tous&perimetre=seul`
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from carto.planning.siting.question import (
    RADIUS_MAX,
    RADIUS_MIN,
    USUAL_COUNTS,
    Question,
    QuestionError,
)
from carto.said_back import said_back
from webapp.errors import ParameterError

KIND, COUNT, RADIUS = "question", "nombre", "rayon"
CANDIDATES, WITHOUT, PERIMETER = "candidats", "sans", "perimetre"
QUESTION_PARAMETERS = (KIND, COUNT, RADIUS, CANDIDATES, WITHOUT, PERIMETER)
ALONE = "seul"

_WHOLE = re.compile(r"-?[0-9]{1,6}")
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9])?")
MOST_LISTED = 1000


def read_question(query: Mapping[str, str]) -> Question:
    """Read a question; what is absent, or empty, keeps its default.

    Raises
    ------
    ParameterError
        Naming the first parameter that cannot be used, and what it may be.
    """
    usual = Question()
    count, radius = query.get(COUNT, ""), query.get(RADIUS, "")
    if count and not (count.isascii() and _WHOLE.fullmatch(count)):
        raise ParameterError(COUNT, f"« {COUNT}={said_back(count)} » n'est pas un nombre entier.")
    if radius and not (radius.isascii() and _NUMBER.fullmatch(radius)):
        raise ParameterError(
            RADIUS,
            f"« {RADIUS}={said_back(radius)} » n'est pas compris : attendu un nombre de "
            f"minutes, de {RADIUS_MIN:g} à {RADIUS_MAX:g}.",
        )
    perimeter = query.get(PERIMETER, "")
    if perimeter not in ("", ALONE):
        raise ParameterError(
            PERIMETER,
            f"« {PERIMETER}={said_back(perimeter)} » n'est pas compris : attendu {ALONE}.",
        )
    kind = query.get(KIND) or usual.kind
    try:
        return Question(
            kind=kind,
            count=int(count) if count else USUAL_COUNTS.get(kind, usual.count),
            radius_min=float(radius.replace(",", ".")) if radius else usual.radius_min,
            candidates=_codes(query, CANDIDATES),
            without=_codes(query, WITHOUT),
            is_inside_only=perimeter == ALONE,
        )
    except QuestionError as error:
        raise ParameterError(error.parameter, str(error)) from None


def question_query(question: Question) -> dict[str, str]:
    """Write the parameters of a question, those of its defaults left out.

    >>> question_query(Question(count=5, candidates=("29103", "29019")))
    {'nombre': '5', 'candidats': '29019,29103'}
    """
    written = {
        KIND: question.kind,
        COUNT: str(question.count),
        RADIUS: f"{question.radius_min:g}",
        CANDIDATES: ",".join(sorted(question.candidates)),
        WITHOUT: ",".join(sorted(question.without)),
        PERIMETER: ALONE if question.is_inside_only else "",
    }
    usual = Question()
    defaults = {
        KIND: usual.kind,
        COUNT: str(USUAL_COUNTS[question.kind]),
        RADIUS: f"{usual.radius_min:g}",
        CANDIDATES: "",
        WITHOUT: "",
        PERIMETER: "",
    }
    return {name: value for name, value in written.items() if value != defaults[name]}


def _codes(query: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Read codes parted by commas, each once, sorted."""
    listed = query.get(name, "").split(",")
    if len(listed) > MOST_LISTED:
        raise ParameterError(name, f"« {name} » en tient {MOST_LISTED} au plus : donnez-en moins.")
    return tuple(sorted({part.strip() for part in listed if part.strip()}))
