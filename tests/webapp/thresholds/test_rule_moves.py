"""Communes that move are said with their values, the most peopled first."""

from __future__ import annotations

from tests.webapp.thresholds.test_rule_effect import AIDE, DOUBLE, POURVUE, commune, texts
from webapp.thresholds.rule_moves import MOST_LISTED, moved_communes


def test_the_most_peopled_are_listed_first_and_the_others_counted() -> None:
    codes = range(MOST_LISTED + 5)
    before = [commune(f"{code:02d}", DOUBLE, population=code) for code in codes]
    after = [commune(f"{code:02d}", AIDE, population=code) for code in codes]
    moved = moved_communes(list(zip(before, after, strict=True)), texts)
    assert moved.count == len(codes)
    assert len(moved.listed) == MOST_LISTED
    assert moved.listed[0].population == str(codes[-1])
    assert moved.people == "595"


def test_alerts_that_rise_and_fall_are_both_said() -> None:
    pairs = [(commune("1", (True, False, True)), commune("1", (False, True, True)))]
    (line,) = moved_communes(pairs, texts).listed
    assert line.why == (
        "Alerte en plus\u00a0: besoin (besoin de 1). "
        "Alerte en moins\u00a0: offre d'aide (temps de 1, acces de 1)."
    )


def test_solidity_is_counted_where_it_was_known() -> None:
    pairs = [
        (commune("1", DOUBLE, robustness="robuste"), commune("1", POURVUE)),
        (commune("2", DOUBLE, robustness="bascule"), commune("2", POURVUE)),
        (commune("3", DOUBLE, robustness=None), commune("3", POURVUE)),
    ]
    said = moved_communes(pairs, texts).solidity.replace("\u00a0", " ")
    assert said == (
        "Sous la règle publiée, leur verdict était : 1 robuste, 1 qui pouvait basculer."
    )
    assert moved_communes(pairs[2:], texts).solidity == ""
