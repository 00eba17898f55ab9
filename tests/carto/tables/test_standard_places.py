"""The contract of the standard has its fields, and refuses what its schema refuses."""

from __future__ import annotations

import re

import pytest

from carto.mediation_standard import FIELDS, LISTS
from carto.tables.standard_places import EXPRESSIBLE, LIEUX_STANDARD, MISSPELT


def test_the_fields_are_in_the_order_of_the_standard() -> None:
    assert LIEUX_STANDARD.names == FIELDS


def test_what_the_standard_requires_may_not_be_missing() -> None:
    required = {column.name for column in LIEUX_STANDARD.columns if not column.nullable}
    assert required == {
        *("id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj"),
    }


def test_one_official_label_cannot_be_written_in_its_field() -> None:
    missing = {
        name: set(values) - set(EXPRESSIBLE[name])
        for name, values in LISTS.items()
        if len(values) != len(EXPRESSIBLE[name])
    }
    assert missing == {"formations_labels": {MISSPELT}}


@pytest.mark.parametrize(
    ("field", "value", "is_right"),
    [
        ("telephone", "+33298810000", True),
        ("telephone", "02 98 81 00 00", False),
        ("code_postal", "29270", True),
        ("code_postal", "2970", False),
        ("code_insee", "2A004", True),
        ("code_insee", "20004", False),
        ("pivot", "00000000000000", True),
        ("frais_a_charge", "Gratuit|Gratuit sous condition", True),
        ("frais_a_charge", "Gratuit,Payant", False),
        ("publics_specifiquement_adresses", "Familles et/ou enfants", True),
    ],
)
def test_patterns(field: str, value: str, is_right: bool) -> None:
    pattern = LIEUX_STANDARD.column(field).pattern
    assert pattern is not None
    assert bool(re.fullmatch(pattern, value)) is is_right


def test_a_date_that_is_the_list_s_is_not_told_as_the_place_s() -> None:
    for said in (LIEUX_STANDARD.description, LIEUX_STANDARD.column("date_maj").description):
        assert "n'en publie pas" in said
