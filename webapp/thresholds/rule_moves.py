"""Communes that a rule brings among the under-served ones or takes out of them, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.typography import typeset
from carto.vocabulary import VERDICT_WORDS
from webapp.links import territory_page

Row = Mapping[str, Any]
# A commune before and after.
Pair = tuple[Row, Row]
# Writes the value of an indicator for a commune.
Texts = Callable[[str, Row], str]

MOST_LISTED = 30
# Each alert, the indicators whose values tell why, and what is said before each value.
_ALERTS = {
    "alert_offre": ("offre d'aide", {"temps": "", "acces": ""}),
    "alert_besoin": ("besoin", {"besoin": ""}),
    "alert_connectivite": ("connectivité", {"fibre": "fibre "}),
}
_SOLIDITY = {
    "robuste": ("robuste", "robustes"),
    "fragile": ("fragile", "fragiles"),
    "bascule": ("qui pouvait basculer", "qui pouvaient basculer"),
}


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
    written
        The count, as it is read.
    solidity
        How far their verdict held under the published rule; empty when that is not known.
    """

    count: int
    written: str
    people: str
    listed: tuple[MovedCommune, ...]
    solidity: str


def moved_communes(pairs: Sequence[Pair], texts: Texts) -> Moved:
    """Describe communes that moved, the most peopled first.

    Parameters
    ----------
    pairs
        Each under the published rule, then under the other.
    texts
        Writes the value of an indicator for a commune.
    """
    ordered = sorted(pairs, key=lambda pair: (-(pair[0]["population"] or 0), pair[0]["code_insee"]))
    return Moved(
        count=len(pairs),
        written=french.number(len(pairs)),
        people=french.number(sum(before["population"] or 0 for before, _ in pairs)),
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
            values = ", ".join(
                f"{said}{texts(indicator, after)}" for indicator, said in indicators.items()
            )
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
