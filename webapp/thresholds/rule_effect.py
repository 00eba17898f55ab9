"""What a rule changes in a territory: classes before and after, who enters, who leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.typography import typeset
from webapp.thresholds.rule_moves import Moved, Texts, moved_communes
from webapp.views.class_lines import WORST_FIRST, ClassLine, class_line

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Effect:
    """What a rule changes.

    Attributes
    ----------
    finding
        The whole in a sentence.
    before, after
        Communes that are under-served for sure.
    """

    finding: str
    before: str
    after: str
    classes: tuple[ClassLine, ...]
    entering: Moved
    leaving: Moved


def rule_effect(nom: str, published: Sequence[Row], ruled: Sequence[Row], texts: Texts) -> Effect:
    """Compare the communes of a territory under two rules.

    Parameters
    ----------
    nom
        Name of the territory.
    published, ruled
        The same communes, in the same order, under the published rule and under the other.
    texts
        Writes the value of an indicator for a commune.
    """
    people = [row["population"] or 0 for row in published]
    before, after = _side(published, people), _side(ruled, people)
    moves = zip(before.is_underserved, after.is_underserved, strict=True)
    moved = [(at, is_in) for at, (was_in, is_in) in enumerate(moves) if was_in != is_in]
    entering, leaving = (
        [(published[at], ruled[at]) for at, is_in in moved if is_in is way] for way in (True, False)
    )
    within = {at for at, _ in moved}
    changed = zip(before.verdicts, after.verdicts, strict=True)
    others = sum(old != new and at not in within for at, (old, new) in enumerate(changed))
    counts = (len(entering), len(leaving), others)
    return Effect(
        finding=typeset(_finding(nom, before, after, counts)),
        before=french.number(before.count),
        after=french.number(after.count),
        classes=tuple(_classes(before, after)),
        entering=moved_communes(entering, texts),
        leaving=moved_communes(leaving, texts),
    )


@dataclass(frozen=True)
class _Side:
    """Communes under one rule, each value read once: France has 35,000 of them.

    `communes` and `inhabitants` are counted by class; `people` are those of the communes that are
    under-served for sure, `count` of them.
    """

    verdicts: Sequence[str]
    is_underserved: Sequence[bool]
    communes: Mapping[str, int]
    inhabitants: Mapping[str, int]
    count: int
    people: int


def _side(rows: Sequence[Row], people: Sequence[int]) -> _Side:
    """Count communes under one rule."""
    verdicts = [row["verdict"] for row in rows]
    is_underserved = [row["is_underserved"] is True for row in rows]
    inhabitants: Counter[str] = Counter()
    for verdict, living in zip(verdicts, people, strict=True):
        inhabitants[verdict] += living
    return _Side(
        verdicts,
        is_underserved,
        Counter(verdicts),
        inhabitants,
        sum(is_underserved),
        sum(living for living, is_in in zip(people, is_underserved, strict=True) if is_in),
    )


def _finding(nom: str, before: _Side, after: _Side, counts: tuple[int, int, int]) -> str:
    """Say the whole in a sentence or two; counts are who enters, leaves, changes otherwise."""
    entering, leaving, others = counts
    now = french.plural(after.count, "commune sous-desservie", "communes sous-desservies")
    if not any(counts):
        return f"{nom} : {now}, comme sous la règle publiée. Aucune commune ne change de classe."
    said = (
        f"{nom} : {now} au lieu de {french.number(before.count)}, où vivent "
        f"{french.plural(after.people, 'habitant')} au lieu de {french.number(before.people)}. "
        f"{_verb(entering, 'entre', 'entrent').capitalize()}, {_verb(leaving, 'sort', 'sortent')}"
    )
    if others:
        said += f" ; {_verb(others, 'autre change', 'autres changent')} de classe"
    return f"{said}."


def _verb(count: int, singular: str, plural: str) -> str:
    """Count communes that do something.

    >>> _verb(0, "sort", "sortent"), _verb(3, "sort", "sortent")
    ('aucune ne sort', '3 sortent')
    """
    if not count:
        return f"aucune n'{singular}" if singular[0] in "aeiou" else f"aucune ne {singular}"
    return f"{french.number(count)} {plural if count > 1 else singular}"


def _classes(before: _Side, after: _Side) -> Iterable[ClassLine]:
    """Count communes and people by class; classes that nobody is or was in are left out."""
    for key in WORST_FIRST:
        old, new = (side.communes.get(key, 0) for side in (before, after))
        if old or new:
            people = (before.inhabitants.get(key, 0), after.inhabitants.get(key, 0))
            yield class_line(key, (old, new), (french.number(people[0]), french.number(people[1])))
