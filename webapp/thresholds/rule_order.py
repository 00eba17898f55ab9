"""How weights order the communes of a territory: the first ones, and where they stood before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.vocabulary import VERDICT_WORDS
from webapp.links import territory_page
from webapp.territories.territory import first_communes, urgency

Row = Mapping[str, Any]


@dataclass(frozen=True)
class OrderedCommune:
    """A commune among the first under the weights of a reader, in words."""

    code: str
    path: str
    nom: str
    verdict_key: str
    verdict: str
    place: str
    place_before: str
    score: str
    score_before: str


def first_ones(published: Sequence[Row], ruled: Sequence[Row]) -> list[OrderedCommune]:
    """List the communes to look at first under a rule, with their place under the published one.

    Parameters
    ----------
    published, ruled
        The same communes under both rules.
    """
    before = {row["code_insee"]: row for row in published}
    places = {
        row["code_insee"]: place
        for place, row in enumerate(sorted(published, key=urgency), start=1)
    }
    return [
        OrderedCommune(
            code=row["code_insee"],
            path=territory_page("commune", row["code_insee"]),
            nom=row["nom"],
            verdict_key=row["verdict"],
            verdict=VERDICT_WORDS[row["verdict"]],
            place=french.number(place),
            place_before=french.number(places[row["code_insee"]]),
            score=french.number(row["score"], 1),
            score_before=french.number(before[row["code_insee"]]["score"], 1),
        )
        for place, row in enumerate(first_communes(ruled), start=1)
    ]
