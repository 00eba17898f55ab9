"""How long and how deep the text of a filter may be, looked at before it is parsed.

The parser descends once per parenthesis, sign and operator: a text that nests thousands of them
would exhaust the stack of its thread and end the process. What these bounds allow fits in half of
the two megabytes that a thread of the server has, and is more than a person or a program writes.
"""

from __future__ import annotations

import re

from carto.french import number
from webapp.errors import ParameterError

FILTER = "filter"
LONGEST = 20_000
DEEPEST = 20
MOST_WORDS = 300
MOST_NUMBERS = 3_000

_TOKENS = re.compile(
    r"""
      '(?:[^']|'')*'                               # a text: whatever it holds
    | "[^"]*"                                      # a name between quotes
    | (?P<number> [0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)? )
    | (?P<word> \w+ )
    | (?P<opening> \( )
    | (?P<closing> \) )
    | (?P<sign> - )
    | (?P<operator> <> | <= | >= | != | [<>=] )
    | (?P<arithmetic> [+*/%^] )
    """,
    re.VERBOSE,
)
_SHAPES = re.compile(
    r"(?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION|BBOX|Z", re.IGNORECASE
)


def require_bounded(text: str) -> None:
    """Refuse the text of a filter that is too long or too deep, or that computes.

    Parameters
    ----------
    text
        As the visitor wrote it.

    Raises
    ------
    ParameterError
        Saying which bound it passes.

    Examples
    --------
    >>> require_bounded("population > 1000 AND NOT (nom LIKE 'B%')")
    >>> require_bounded("(" * 21 + "nom = 'Brest'" + ")" * 21)
    Traceback (most recent call last):
        ...
    webapp.errors.ParameterError: Le filtre emboîte trop de parenthèses (20 au plus).
    """
    if len(text) > LONGEST:
        raise ParameterError(
            FILTER, f"Le filtre est trop long ({number(LONGEST)} caractères au plus)."
        )
    if "\0" in text:
        raise ParameterError(FILTER, "Le filtre contient un caractère nul ; retirez-le.")
    shapes: list[bool] = []  # whether each open parenthesis is that of a shape
    counts = {"words": 0, "numbers": 0}
    before = ""
    for token in _TOKENS.finditer(text):
        kind, said = token.lastgroup, token.group()
        in_shape = bool(shapes and shapes[-1])
        if kind == "opening":
            shapes.append(in_shape or _SHAPES.fullmatch(before) is not None)
        elif kind == "closing" and shapes:
            shapes.pop()
        elif kind == "arithmetic":
            raise ParameterError(
                FILTER,
                "Le filtre contient un calcul (+, *, /, %, ^) : comparez une propriété à une "
                "valeur.",
            )
        elif kind == "number":
            counts["numbers"] += 1
        elif kind in ("word", "operator") or (kind == "sign" and not in_shape):
            counts["words"] += 1
        before = said
        _require_few(len(shapes), counts)


def _require_few(depth: int, counts: dict[str, int]) -> None:
    if depth > DEEPEST:
        raise ParameterError(FILTER, f"Le filtre emboîte trop de parenthèses ({DEEPEST} au plus).")
    if counts["words"] > MOST_WORDS:
        raise ParameterError(
            FILTER,
            f"Le filtre a trop de conditions ({MOST_WORDS} mots et opérateurs au plus) : "
            "coupez-le, ou écrivez une liste avec IN.",
        )
    if counts["numbers"] > MOST_NUMBERS:
        raise ParameterError(
            FILTER, f"Le filtre a trop de nombres ({number(MOST_NUMBERS)} au plus)."
        )
