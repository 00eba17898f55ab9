"""The score: its formula in words, and the score of one commune worked through."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.wording import threshold
from webapp.views.sheet import clip

Row = Mapping[str, Any]

FAMILIES = ("offre", "besoin", "connectivité")
GEOMETRIC = "geometric"


def mean_formula(weights: Sequence[float], aggregation: str, terms: Sequence[str]) -> str:
    """Write the mean of the three families, by their weights and the kind of mean.

    Parameters
    ----------
    weights
        Of the three families; they need not sum to 1.
    aggregation
        A name of `carto.verdict.parameters.AGGREGATIONS`.
    terms
        The families, in words or numbers.

    Examples
    --------
    >>> mean_formula((1, 1, 1), "arithmetic", "abc"), mean_formula((3, 1, 1), "arithmetic", "abc")
    ('(a + b + c) ÷ 3', '(3 × a + b + c) ÷ 5')
    >>> mean_formula((1, 1, 1), "geometric", "abc"), mean_formula((3, 1, 1), "geometric", "abc")
    ('(a × b × c)^(1 ÷ 3)', '(a^3 × b × c)^(1 ÷ 5)')
    """
    is_geometric = aggregation == GEOMETRIC
    weighed = [
        term
        if weight == 1
        else (f"{term}^{threshold(weight)}" if is_geometric else f"{threshold(weight)} × {term}")
        for term, weight in zip(terms, weights, strict=True)
    ]
    total = threshold(sum(weights))
    if is_geometric:
        return f"({' × '.join(weighed)})^(1 ÷ {total})"
    return f"({' + '.join(weighed)}) ÷ {total}"


def score_lines(row: Row, parameters: Mapping[str, Any]) -> Iterator[str]:
    """Work the score of a commune through, family by family.

    Parameters
    ----------
    row
        Row of `communes` whose score is known.
    parameters
        Those of the snapshot.
    """
    composite, reference = parameters["composite"], parameters["alerts"]["apl_ref"]
    quick, slow = composite["time"]
    minutes = math.inf if row["nearest_site_min"] is None else row["nearest_site_min"]
    time = clip((minutes - quick) / (slow - quick))
    supply = 1 - clip(row["accessibility"] / reference)
    room = 1 - composite["fibre_floor"]
    families = (
        (time + supply) / 2,
        clip((row["need"] - 1) / 9),
        clip((1 - row["taux_couverture_ftth"]) / room),
    )
    offre, besoin, fibre = (french.number(family, 4) for family in families)
    yield "Chaque famille va de 0 (rien à signaler) à 1 (le plus grave)."
    yield (
        f"Offre : (temps {french.number(time, 4)} + manque d'offre accessible "
        f"{french.number(supply, 4)}) ÷ 2 = {offre}."
    )
    yield f"Besoin : ({threshold(row['need'])} − 1) ÷ 9 = {besoin}."
    rate = french.number(row["taux_couverture_ftth"], 4)
    yield f"Connectivité : (1 − {rate}) ÷ {threshold(room)}, au plus 1 = {fibre}."
    mean = mean_formula(composite["weights"], composite["aggregation"], (offre, besoin, fibre))
    yield f"Score : 100 × {mean} = {french.number(row['score'], 1)}."
