"""Two quarters in words."""

from __future__ import annotations

import numpy as np

from carto.measures.fibre_change import OUTCOMES
from tests.webapp.evolutions.two_quarters import COMMUNES, counts
from webapp.evolutions.quarter_sums import counts_of, sums
from webapp.evolutions.quarter_words import outcome_words, summary


def said(chosen: list[int]) -> str:
    mask = np.isin(np.arange(len(COMMUNES)), chosen)
    before, after, outcomes = counts()
    total = sums(before, after, outcomes, mask)
    return summary(total, counts_of(outcomes, mask), 0.95).replace("\u00a0", " ")


def test_the_finding_says_what_moved_and_what_is_left_out() -> None:
    assert said(list(range(6))) == (
        "La couverture passe de 63,3 % à 71,8 % (+8,5 points) : 260 locaux raccordables de plus, "
        "pour 10 locaux de plus au total. 1 commune atteint 95 %, 1 progresse sans l'atteindre, "
        "1 est à l'arrêt. Ces taux portent sur 3 communes ; 3 sont écartées : comptes révisés ou "
        "donnée absente."
    )


def test_nothing_is_left_out_unsaid_and_nothing_said_without_reason() -> None:
    assert "écart" not in said([0, 1])
    assert said([4, 5]) == "Aucune commune n'a deux trimestres qui se comparent."


def test_every_outcome_has_its_words_with_the_threshold() -> None:
    words = outcome_words(0.9)
    assert tuple(words) == OUTCOMES
    assert words["franchi"].label == "Ont atteint 90\u00a0%"
    assert "ni un progrès ni un recul" in words["revu"].meaning
