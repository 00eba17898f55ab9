"""Lists of names joined by `|` hold each name of their words, and nothing else."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import TableContract, check
from carto.tables.appraisal import APPRAISAL_COLUMNS, TYPOLOGY
from carto.vocabulary import FLIPPING_INPUT_WORDS, TERRITORY_TYPES

CONTRACT = TableContract("essai", "Essai", "", (), APPRAISAL_COLUMNS[-2:])


@pytest.mark.parametrize(
    ("names", "is_good"),
    [
        ("", True),
        ("time", True),
        ("|".join(FLIPPING_INPUT_WORDS), True),
        ("time|", False),
        ("time need", False),
        ("weather", False),
    ],
)
def test_a_list_of_names(names: str, is_good: bool) -> None:
    table = pd.DataFrame({"flipping_inputs": [names], "flipping_thresholds": [""]})
    assert (check(table, CONTRACT) == []) is is_good


def test_a_type_is_one_of_eight_or_without_object() -> None:
    assert TYPOLOGY.choices == (*TERRITORY_TYPES, "sans_objet")
