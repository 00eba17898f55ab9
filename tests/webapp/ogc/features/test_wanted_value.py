"""A property keeps the features that have its value, and never those that miss it."""

from __future__ import annotations

import pytest

from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.wanted_value import read_wanted


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("verdict", "indetermine", 2),
        ("verdict", "9", 0),
        ("population", "860", 1),
        ("population", "860.0", 1),
        ("is_underserved", "true", 3),
        ("nom", "'; DROP TABLE communes; --", 0),
        ("relais_date", "1970-01-01", 0),
        ("locaux_bloques", "0", 0),
    ],
)
def test_values(communes_table: FeatureTable, name: str, text: str, expected: int):
    assert read_wanted(name, text, communes_table).mask(communes_table).sum() == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(
            ("population", text)
            for text in ("", "x", "nan", "inf", "1e400", "1_000", "١٢", "860.5")
        ),
        *(("is_underserved", text) for text in ("", "oui", "TRUE", "1")),
        *(("relais_date", text) for text in ("2026", "2026-02-30", "hier")),
    ],
)
def test_what_a_property_cannot_be_is_refused(communes_table: FeatureTable, name: str, text: str):
    with pytest.raises(ParameterError) as refused:
        read_wanted(name, text, communes_table)
    assert refused.value.parameter == name
