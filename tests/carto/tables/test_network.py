"""Columns of the network: closed lists and quarters, told once."""

from __future__ import annotations

import re

from carto.measures.copper import CLASSES
from carto.tables.communes import COMMUNES
from carto.tables.network import COPPER_COLUMNS, PROJECTION_COLUMNS, RATE_COLUMNS
from carto.vocabulary import PROJECTION_WORDS


def test_communes_carry_every_column_and_may_lack_it() -> None:
    for column in (*RATE_COLUMNS, *PROJECTION_COLUMNS, *COPPER_COLUMNS):
        assert COMMUNES.column(column.name) is column
        assert column.nullable
        assert column.null_rule


def test_closed_lists_are_those_of_the_measures() -> None:
    assert COMMUNES.column("copper_class").choices == CLASSES
    assert COMMUNES.column("projection_status").choices == tuple(PROJECTION_WORDS)


def test_the_description_says_what_each_class_is() -> None:
    said = set(re.findall(r"CU\d", COMMUNES.column("copper_class").description))
    assert said == set(CLASSES)


def test_a_projected_quarter_is_written_like_the_others() -> None:
    quarter = COMMUNES.column("fibre_95_quarter")
    assert quarter.pattern
    assert re.fullmatch(quarter.pattern, "2027-T3")
