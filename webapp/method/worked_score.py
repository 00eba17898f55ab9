"""The score: its formula in words, and the score of one commune worked through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.wording import threshold
from webapp.method.sheet import clip, trimmed

Row = Mapping[str, Any]

FAMILIES = ("offre", "besoin", "connectivité")
GEOMETRIC = "geometric"
# Decimals of a note: a root magnifies what is left out of a small one.
DECIMALS = 6
# Those of a published score.
SCORE_DECIMALS = 2


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
    (quick, slow), room = composite["time"], 1 - composite["fibre_floor"]
    minutes, hours = row["nearest_site_min"], row["accessibility"]
    need, rate = row["need"], row["taux_couverture_ftth"]
    yield "Chaque note va de 0 (rien à signaler) à 1 (le plus grave)."
    time = 1.0 if minutes is None else (minutes - quick) / (slow - quick)
    if minutes is None:
        yield "Temps : 1, aucun lieu n'est accessible par la route."
    else:
        above = f"({french.number(minutes, 2)} − {threshold(quick)})"
        yield f"Temps : {above} ÷ {threshold(slow - quick)} = {_note(time)}."
    lack = 1 - hours / reference
    yield f"Heures : 1 − {trimmed(hours, 4)} ÷ {threshold(reference)} = {_note(lack)}."
    besoin, fibre = (need - 1) / 9, (1 - rate) / room
    offre = (clip(time) + clip(lack)) / 2
    first, second = (_written(clip(note)) for note in (time, lack))
    yield f"Offre : ({first} + {second}) ÷ 2 = {_written(offre)}."
    yield f"Besoin : ({threshold(need)} − 1) ÷ 9 = {_note(besoin)}."
    yield f"Connectivité : (1 − {trimmed(rate, 6)}) ÷ {threshold(room)} = {_note(fibre)}."
    families = tuple(_written(clip(family)) for family in (offre, besoin, fibre))
    mean = mean_formula(composite["weights"], composite["aggregation"], families)
    yield f"Score : 100 × {mean} = {french.number(row['score'], SCORE_DECIMALS)}."


def _note(value: float) -> str:
    """Write a note, and the bound that it is brought back to when it is beyond."""
    kept, written = clip(value), _written(value)
    return written if kept == value else f"{written}, ramené à {threshold(kept)}"


def _written(value: float) -> str:
    """Write a note with the decimals that the score takes, and a true minus sign."""
    return trimmed(value, DECIMALS).replace("-", "−")
