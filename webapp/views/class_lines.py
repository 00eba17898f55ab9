"""A class of verdict before and after something changes, as a line of a table."""

from __future__ import annotations

from dataclasses import dataclass

from carto import french
from carto.vocabulary import VERDICT_WORDS

WORST_FIRST = ("3", "2", "1", "0", "indetermine", "sans_objet")


@dataclass(frozen=True)
class ClassLine:
    """A class before and after: communes, and people as whoever asks counts them, in words."""

    key: str
    label: str
    before: str
    after: str
    change: str
    people_before: str
    people_after: str


def class_line(key: str, communes: tuple[int, int], people: tuple[str, str]) -> ClassLine:
    """Write the line of a class.

    Parameters
    ----------
    key
        The class, one of `WORST_FIRST`.
    communes
        How many before and after.
    people
        Those who live there before and after, in words.
    """
    before, after = communes
    counts = (french.number(before), french.number(after), signed(after - before))
    return ClassLine(key, VERDICT_WORDS[key], *counts, *people)


def signed(change: int) -> str:
    """Write a change with its sign.

    >>> signed(12), signed(-3), signed(0)
    ('+12', '−3', '=')
    """
    if not change:
        return "="
    return f"{'+' if change > 0 else '−'}{french.number(abs(change))}"
