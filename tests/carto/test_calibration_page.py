"""Tests of `carto.calibration_page`."""

from __future__ import annotations

import re
from dataclasses import replace

from carto.calibration_page import calibration_page
from carto.reference import GroupQuantiles, SupplyReference, ThresholdShares
from tests.carto.test_reference import ALONE, NONE, REFERENCE, RISING

PAGE = calibration_page(REFERENCE)


def test_a_reference_that_is_not_the_median_is_shown_beside_it() -> None:
    assert "| France services | 2\u202f700 | 0,58 | 0,57 |" in PAGE


def test_only_the_quantiles_of_france_are_told() -> None:
    assert PAGE.count("| Besoin (sur 10) | sans objet | 34\u202f000 | 5,00 |") == 1
    share = GroupQuantiles("france", "", "taux_couverture_ftth", (), 3, 9, (0.5,) * len(RISING))
    assert "| Couverture fibre (%) | sans objet | 3 | 50,0 |" in calibration_page(
        replace(REFERENCE, quantiles=(share,))
    )


def test_shares_are_those_of_their_verdict() -> None:
    rising = (0.4, 0.3, 0.2, 0.1, 0.0, 0.0)
    row = ThresholdShares(ALONE, 0.5, 7.0, rising, tuple(share / 2 for share in rising))
    page = calibration_page(replace(REFERENCE, thresholds=(row,)))
    line = next(line for line in page.splitlines() if line.startswith("| 0,5 | 7,0"))
    assert line.replace("\u00a0", " ") == (
        "| 0,5 | 7,0 | 10,0 % / 5,0 % | 20,0 % / 10,0 % | 30,0 % / 15,0 % | 40,0 % / 20,0 % |"
    )


def test_every_file_is_named() -> None:
    assert "| `fibre` | Carte fibre | T2 2026 | 2026-06-30 | 0000000000000000 |" in PAGE


def test_french_spaces_do_not_break() -> None:
    assert not re.search(r" [:;!?%]", PAGE)


def test_a_set_that_gives_the_same_is_told_and_not_printed_again() -> None:
    lists = ("aidants_connect", *ALONE)
    first, *others = REFERENCE.supplies
    rows = [replace(row, lists=lists) for row in REFERENCE.thresholds]
    quantiles = [replace(q, lists=lists) for q in REFERENCE.quantiles if q.lists == ALONE]
    more = replace(
        REFERENCE,
        supplies=(first, replace(first, lists=lists), *others),
        quantiles=(*REFERENCE.quantiles, *quantiles),
        thresholds=(
            *REFERENCE.thresholds,
            *(replace(r, lists=lists) for r in REFERENCE.thresholds),
        ),
    )
    page = calibration_page(more)
    assert page.count("ligne pour ligne") == 1
    assert page.count("| Offre accessible") == PAGE.count("| Offre accessible")
    assert page.count("| 0,5 | 7,0") == PAGE.count("| 0,5 | 7,0")
    other = replace(rows[-1], communes=NONE * 2)
    assert "ligne pour ligne" not in calibration_page(
        replace(more, thresholds=(*REFERENCE.thresholds, other))
    )


def test_one_section_for_each_set_of_lists() -> None:
    more = replace(REFERENCE, supplies=(*REFERENCE.supplies, SupplyReference(("lieux",), 1, 1, 1)))
    assert calibration_page(more).count("## Seuils") == 3
