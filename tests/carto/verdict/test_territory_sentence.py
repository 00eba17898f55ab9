"""One sentence per territory: whole, in good French, true to its counts."""

from __future__ import annotations

import pytest

from carto.verdict.territory_sentence import territory_sentence
from tests.carto.verdict.test_sentence import NARROW, NBSP, assert_good_french


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((22, 0, 0, 0, 0), f"aucune des 22{NBSP}communes n'est sous-desservie"),
        (
            (22, 3, 1, 2, 1),
            f"3{NBSP}communes sur 22 (10,0{NBSP}% des habitants) sont sous-desservies, dont "
            f"2 prioritaires{NBSP}; 1 reste indéterminée",
        ),
        (
            (277, 61, 52, 7, 4),
            f"61{NBSP}communes sur 277 (10,0{NBSP}% des habitants) sont sous-desservies, dont 7 "
            f"prioritaires et 2 dont la classe exacte reste inconnue{NBSP}; 2 autres restent "
            "indéterminées",
        ),
        (
            (277, 2, 0, 1, 1),
            f"2{NBSP}communes sur 277 (10,0{NBSP}% des habitants) sont sous-desservies, dont 1 "
            "prioritaire et 1 dont la classe exacte reste inconnue",
        ),
        (
            (1255, 0, 0, 0, 2),
            f"aucune des 1{NARROW}255{NBSP}communes n'est sous-desservie à coup sûr{NBSP}; "
            "2 restent indéterminées",
        ),
    ],
)
def test_a_territory(counts: tuple[int, int, int, int, int], said: str) -> None:
    names = ("communes_count", "communes_underserved", "communes_verdict_2", "communes_verdict_3")
    values: dict[str, float | None] = dict(
        zip((*names, "communes_verdict_indetermine"), counts, strict=True)
    )
    values |= {"communes_expected": counts[0]}
    values |= {"population_underserved": 100 if counts[1] else 0, "population": 1000}
    text = territory_sentence("Finistère", values)
    assert text == f"Finistère{NBSP}: {said}."
    assert_good_french(text)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0), "n'est pas sous-desservie"),
        ((0, 0, 0, 1), "reste indéterminée"),
        ((1, 1, 0, 0), "est sous-desservie"),
        ((1, 0, 1, 0), "est sous-desservie, et prioritaire"),
    ],
)
def test_a_territory_of_one_commune_is_that_commune(
    counts: tuple[int, int, int, int], said: str
) -> None:
    names = ("underserved", "verdict_2", "verdict_3", "verdict_indetermine")
    values: dict[str, float | None] = {
        f"communes_{name}": count for name, count in zip(names, counts, strict=True)
    }
    values |= {"communes_count": 1, "communes_expected": 1}
    values |= {"population_underserved": 0, "population": 1000}
    assert territory_sentence("Paris", values) == f"Paris {said}."


def test_a_territory_of_unknown_population_counts_communes_only() -> None:
    values = {
        "communes_count": 5,
        "communes_expected": 5,
        "communes_underserved": 2,
        "communes_verdict_2": 2,
        "communes_verdict_3": 0,
        "communes_verdict_indetermine": 0,
        "population_underserved": 100,
        "population": None,
    }
    text = territory_sentence("Finistère", values)
    assert text == f"Finistère{NBSP}: 2{NBSP}communes sur 5 sont sous-desservies."


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (7, f" Seules 7 des 11{NBSP}communes du territoire sont connues."),
        (1, f" Seule 1 des 11{NBSP}communes du territoire est connue."),
        (
            1,
            f"la seule commune connue n'est pas sous-desservie. Seule 1 des 11{NBSP}communes "
            "du territoire est connue.",
        ),
        (11, "sous-desservie."),
    ],
)
def test_an_incomplete_territory_says_so(known: int, said: str) -> None:
    names = ("underserved", "verdict_2", "verdict_3", "verdict_indetermine")
    values: dict[str, float | None] = {f"communes_{name}": 0 for name in names}
    values |= {"communes_count": known, "communes_expected": 11}
    values |= {"population_underserved": 0, "population": 100}
    assert territory_sentence("CC Poher Communauté", values).endswith(said)
