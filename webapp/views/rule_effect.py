"""What a rule changes in a territory: classes before and after, who enters, who leaves, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.typography import typeset
from carto.vocabulary import VERDICT_WORDS
from webapp.links import territory_page

Row = Mapping[str, Any]
Pair = tuple[Row, Row]
Texts = Callable[[str, Row], str]

WORST_FIRST = ("3", "2", "1", "0", "indetermine", "sans_objet")
MOST_LISTED = 30
# Each alert, and the indicators whose values tell why.
_ALERTS = {
    "alert_offre": ("offre d'aide", ("temps", "acces")),
    "alert_besoin": ("besoin", ("besoin",)),
    "alert_connectivite": ("connectivité", ("fibre",)),
}
_SOLIDITY = {
    "robuste": ("robuste", "robustes"),
    "fragile": ("fragile", "fragiles"),
    "bascule": ("qui pouvait basculer", "qui pouvaient basculer"),
}


@dataclass(frozen=True)
class ClassLine:
    """A class before and after the rule."""

    key: str
    label: str
    before: str
    after: str
    change: str
    people_before: str
    people_after: str


@dataclass(frozen=True)
class MovedCommune:
    """A commune that enters or leaves the under-served ones, in words."""

    code: str
    path: str
    nom: str
    population: str
    before_key: str
    before: str
    after_key: str
    after: str
    why: str


@dataclass(frozen=True)
class Moved:
    """Communes that enter, or that leave: how many, the most peopled, how solid they were.

    Attributes
    ----------
    solidity
        How far their verdict held under the published rule; empty when that is not known.
    """

    count: int
    people: str
    listed: tuple[MovedCommune, ...]
    solidity: str


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
    pairs = list(zip(published, ruled, strict=True))
    entering = [pair for pair in pairs if _enters(*pair)]
    leaving = [pair for pair in pairs if _enters(*reversed(pair))]
    before, after = (
        [row for row in rows if row["is_underserved"] is True] for rows in (published, ruled)
    )
    return Effect(
        finding=typeset(_finding(nom, (before, after), (entering, leaving), pairs)),
        before=french.number(len(before)),
        after=french.number(len(after)),
        classes=tuple(_classes(published, ruled)),
        entering=_moved(entering, texts),
        leaving=_moved(leaving, texts),
    )


def _enters(before: Row, after: Row) -> bool:
    """Whether a commune is under-served for sure after, and was not before."""
    return after["is_underserved"] is True and before["is_underserved"] is not True


def _finding(
    nom: str,
    underserved: tuple[Sequence[Row], Sequence[Row]],
    moves: tuple[Sequence[Pair], Sequence[Pair]],
    pairs: Sequence[Pair],
) -> str:
    """Say the whole in a sentence or two."""
    before, after = underserved
    now = french.plural(len(after), "commune sous-desservie", "communes sous-desservies")
    moved = {old["code_insee"] for found in moves for old, _ in found}
    others = sum(
        old["verdict"] != new["verdict"] and old["code_insee"] not in moved for old, new in pairs
    )
    if not moved and not others:
        return f"{nom} : {now}, comme sous la règle publiée. Aucune commune ne change de classe."
    entering, leaving = (len(found) for found in moves)
    people = [french.number(_people(rows)) for rows in underserved]
    said = (
        f"{nom} : {now} au lieu de {french.number(len(before))}, où vivent {people[1]} habitants "
        f"au lieu de {people[0]}. {_verb(entering, 'entre', 'entrent').capitalize()}, "
        f"{_verb(leaving, 'sort', 'sortent')}"
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


def _classes(published: Sequence[Row], ruled: Sequence[Row]) -> Iterable[ClassLine]:
    """Count communes and people by class; classes that nobody is or was in are left out."""
    for key in WORST_FIRST:
        before, after = (
            [row for row in rows if row["verdict"] == key] for rows in (published, ruled)
        )
        if before or after:
            yield ClassLine(
                key,
                VERDICT_WORDS[key],
                french.number(len(before)),
                french.number(len(after)),
                _signed(len(after) - len(before)),
                french.number(_people(before)),
                french.number(_people(after)),
            )


def _signed(change: int) -> str:
    """Write a change with its sign.

    >>> _signed(12), _signed(-3), _signed(0)
    ('+12', '−3', '=')
    """
    if not change:
        return "="
    return f"{'+' if change > 0 else '−'}{french.number(abs(change))}"


def _people(rows: Iterable[Row]) -> int:
    """Add the people of the communes where they are known."""
    return sum(row["population"] or 0 for row in rows)


def _moved(pairs: Sequence[Pair], texts: Texts) -> Moved:
    """Describe communes that moved, the most peopled first."""
    ordered = sorted(pairs, key=lambda pair: (-(pair[0]["population"] or 0), pair[0]["code_insee"]))
    return Moved(
        count=len(pairs),
        people=french.number(_people(before for before, _ in pairs)),
        listed=tuple(_commune(pair, texts) for pair in ordered[:MOST_LISTED]),
        solidity=typeset(_solidity([before for before, _ in pairs])),
    )


def _commune(pair: Pair, texts: Texts) -> MovedCommune:
    """Put a commune that moved in words."""
    before, after = pair
    return MovedCommune(
        code=before["code_insee"],
        path=territory_page("commune", before["code_insee"]),
        nom=before["nom"],
        population=french.number(before["population"]),
        before_key=before["verdict"],
        before=VERDICT_WORDS[before["verdict"]],
        after_key=after["verdict"],
        after=VERDICT_WORDS[after["verdict"]],
        why=typeset(_why(before, after, texts)),
    )


def _why(before: Row, after: Row, texts: Texts) -> str:
    """Name the alerts that the rule raises or removes, with the values they rest on."""
    moves: dict[str, list[str]] = {"en plus": [], "en moins": []}
    for name, (words, indicators) in _ALERTS.items():
        if before[name] != after[name]:
            values = ", ".join(texts(indicator, after) for indicator in indicators)
            is_more = after[name] is True or before[name] is False
            moves["en plus" if is_more else "en moins"].append(f"{words} ({values})")
    said = [f"Alerte {how} : {', '.join(names)}" for how, names in moves.items() if names]
    return f"{'. '.join(said)}." if said else ""


def _solidity(before: Sequence[Row]) -> str:
    """Count communes by how far their verdict held under the published rule."""
    counts = Counter(row.get("robustness") for row in before)
    said = [
        french.plural(counts[name], *words) for name, words in _SOLIDITY.items() if counts[name]
    ]
    return f"Sous la règle publiée, leur verdict était : {', '.join(said)}." if said else ""
