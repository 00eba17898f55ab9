"""No regular expression is kept busy by a text made for that, as long as may reach it."""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.rules.hostile_texts import hostile_texts
from tests.rules.repository import FLOORS, ROOT, dotted, modules

# Visitors send addresses of 20 KB at most; the hours of a place in a file are 2 KB at most.
LENGTHS = {"webapp": 20_000, "carto": 10_000, "geodata": 2_000}
LONGEST = 0.5
# Reads the browser side of this repository, when it is assembled.
OURS = Path("webapp/front_end")


def patterns(floor: str) -> dict[str, re.Pattern[Any]]:
    """Find the regular expressions of a floor, in its modules and in its functions."""
    found = {}
    for path in (path for path in modules(floor) if OURS not in path.parents):
        for name, value in vars(importlib.import_module(dotted(path))).items():
            found.update({f"{path}:{name}": one for one in compiled(value)})
        for pattern in written(path):
            found[f"{path}:{pattern}"] = re.compile(pattern)
    return found


def compiled(value: object) -> Iterator[re.Pattern[Any]]:
    """List the expressions that a name of a module holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for member in (*value, *value.values()):
            yield from compiled(member)
    elif isinstance(value, tuple | list):
        for member in value:
            yield from compiled(member)


def written(path: Path) -> Iterator[str]:
    """List the expressions written where they are used, `re.sub(r"…", …)`."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    """Measure how long a pattern looks for itself in a text, from its beginning."""
    asked = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    started = time.process_time()
    pattern.match(asked)
    pattern.fullmatch(asked)
    return time.process_time() - started


@pytest.mark.parametrize("floor", FLOORS)
def test_no_expression_is_kept_busy(floor: str) -> None:
    busy = {
        name
        for name, pattern in patterns(floor).items()
        for text in hostile_texts(pattern, LENGTHS[floor])
        if seconds(pattern, text) > LONGEST
    }
    assert busy == set()


def test_a_busy_expression_is_seen() -> None:
    pattern = re.compile(r"(?:a|b)\s*x?\s*x?\s*y")
    assert max(seconds(pattern, text) for text in hostile_texts(pattern, 1500)) > LONGEST / 5
