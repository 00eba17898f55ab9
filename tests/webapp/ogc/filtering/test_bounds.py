"""Bounds on the text of a filter: what passes them never exhausts the stack of the parser."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import pytest

from webapp.errors import ParameterError
from webapp.ogc.filtering.bounds import (
    DEEPEST,
    LONGEST,
    MOST_NUMBERS,
    MOST_WORDS,
    require_bounded,
)

# Parsed in a thread with half of the stack that the server gives to its own.
PARSED_IN_HALF_A_STACK = """
import sys, threading
from cql2 import parse_text
from webapp.ogc.filtering.bounds import require_bounded

def parse():
    for text in sys.stdin.read().split("\\n"):
        require_bounded(text)
        parse_text(text).to_json()
    print("parsed")

threading.stack_size(1024 * 1024)
thread = threading.Thread(target=parse)
thread.start()
thread.join()
"""


def deepest_allowed() -> list[str]:
    """Texts that nest or chain as much as the bounds allow, in every way that the grammar has."""
    deep, few, many = DEEPEST, MOST_WORDS // 2 - 3, MOST_WORDS // 3 - 1
    condition = "nom='x'"
    return [
        "(" * deep + condition + ")" * deep,
        "NOT (" * deep + condition + ")" * deep,
        "casei(" * deep + "nom" + ")" * deep + "='x'",
        "f(1," * deep + "1" + ")" * deep + "=1",
        "NOT " * (MOST_WORDS - 4) + condition,
        "a=" + "-" * (MOST_WORDS - 4) + "1",
        "a=1" + " - 1" * (MOST_WORDS - 4),
        "a" + " = 1" * (MOST_WORDS - 4),
        "a" + " LIKE 'x'" * (MOST_WORDS - 4),
        "a" + " IN (1)" * few,
        " OR ".join([condition] * many),
        " AND a=1 OR ".join(["a=1"] * (MOST_WORDS // 6)),
        "a_contains(a," + "(" * (deep - 1) + "1" + ")" * (deep - 1) + ")",
        f"a IN ({','.join(['1'] * (MOST_NUMBERS - 1))})",
        "NOT (" * (deep - 1)
        + "NOT " * (MOST_WORDS - deep - 4)
        + f"({condition})"
        + ")" * (deep - 1),
    ]


def test_what_is_allowed_fits_in_half_a_stack() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PARSED_IN_HALF_A_STACK],
        input="\n".join(deepest_allowed()),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "parsed", done.stderr[-500:]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(" * 9_000 + "a=1" + ")" * 9_000, "trop de parenthèses"),
        ("casei(" * 2_000 + "a" + ")" * 2_000 + "=1", "trop de parenthèses"),
        ("NOT " * 4_500 + "a=1", "trop de conditions"),
        ("a=" + "-" * 9_000 + "1", "trop de conditions"),
        ("a=1" + " -1" * 4_000, "trop de conditions"),
        ("a=" + "+".join("1" * 9_000), "contient un calcul"),
        ("a=" + "^".join("1" * 9_000), "contient un calcul"),
        ("a" + "=1" * 9_000, "trop de conditions"),
        (" AND ".join(["a=1"] * 2_000), "trop de conditions"),
        (f"a IN ({','.join('1' * 9_000)})", "trop de nombres"),
        ("a='" + "x" * LONGEST + "'", "trop long"),
        ("a='\0'", "caractère nul"),
    ],
)
def test_refuse_what_passes_a_bound(text: str, words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        require_bounded(text)


@pytest.mark.parametrize(
    "text",
    [
        "nom = '((((((((((((((((((((((((((((((((('",
        "nom = 'a + b * c'' / d'",
        '"((((((((((((((((((((((((((((" = 1',
        "S_INTERSECTS(geometry, POLYGON((-1 -2, -3 -4, -5 -6, -1 -2)))",
        "S_INTERSECTS(geometry, MULTIPOLYGON(((" + ",".join(["-1.5 -2.5"] * 900) + "))))",
    ],
)
def test_texts_and_shapes_are_not_counted(text: str) -> None:
    require_bounded(text)


@pytest.mark.parametrize(
    "text", ["'" * 19_999, "'x" + "''x" * 6_000, '"' * 19_999, "'" + '"' * 19_000, "a'" * 9_000]
)
def test_quotes_without_end_cost_nothing(text: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(ParameterError):
        require_bounded(text)
    assert time.process_time() - begun < 0.2
