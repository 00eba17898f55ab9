"""Texts made to keep a regular expression busy: each of its repeats, fed far too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

# The parser of the standard library, which says what a pattern repeats.
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_CLASSES = {
    codes.CATEGORY_DIGIT: "\\d",
    codes.CATEGORY_NOT_DIGIT: "\\D",
    codes.CATEGORY_SPACE: "\\s",
    codes.CATEGORY_NOT_SPACE: "\\S",
    codes.CATEGORY_WORD: "\\w",
    codes.CATEGORY_NOT_WORD: "\\W",
}
_LETTERS = [chr(code) for code in range(32, 127)] + ["\t", "\n", "é", "\u202f", "\x00"]
# Ends a text so that no pattern matches the whole of it: every way is tried in vain.
_MISMATCH = "\x00"
_MANY = 20


def hostile_texts(pattern: re.Pattern[Any], length: int) -> set[str]:
    """Write the texts of about `length` characters that a pattern would be longest at."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    texts = set()
    for before, repeated in _repeats(tree, ""):
        whole = before + repeated
        texts.add(before + repeated * (length // len(repeated)) + _MISMATCH)
        texts.add(whole * (length // len(whole)) + _MISMATCH)
    return texts


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """List what a pattern repeats without bound, each with a text that leads to it."""
    for code, argument in tree:
        if code in _REPEATS:
            repeated = _example(argument[2])
            if argument[1] > _MANY and repeated:
                yield before, repeated
            yield from _repeats(argument[2], before)
        for part in _parts(code, argument):
            yield from _repeats(part, before)
        before += _example([(code, argument)])


def _parts(code: Any, argument: Any) -> list[Any]:
    """List the patterns that a part is made of, repeats aside."""
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.BRANCH:
        return list(argument[1])
    return [argument[1]] if code in (codes.ASSERT, codes.ASSERT_NOT) else []


def _example(tree: Any) -> str:
    """Write a text that a pattern matches, its repeats as short as may be."""
    text = ""
    for code, argument in tree:
        if code is codes.LITERAL:
            text += chr(argument)
        elif code is codes.IN:
            text += next((letter for letter in _LETTERS if _is_in(letter, argument)), "a")
        elif code in (codes.ANY, codes.NOT_LITERAL):
            text += "a" if argument != ord("a") else "b"
        elif code in _REPEATS:
            text += _example(argument[2]) * max(argument[0], min(argument[1], 1))
        elif code in (codes.SUBPATTERN, codes.BRANCH):
            text += _example(_parts(code, argument)[0])
    return text


def _is_in(letter: str, members: Any) -> bool:
    """Whether a set of letters of a pattern holds one."""
    is_found = False
    for code, argument in members:
        if code is codes.LITERAL:
            is_found |= ord(letter) == argument
        elif code is codes.RANGE:
            is_found |= argument[0] <= ord(letter) <= argument[1]
        elif code is codes.CATEGORY:
            is_found |= re.match(_CLASSES[argument], letter) is not None
    return is_found != (members[0][0] is codes.NEGATE)
