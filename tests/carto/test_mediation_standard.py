"""Our lists are those of the published schema."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from carto.mediation_standard import FIELDS, LISTS, TYPOLOGIES
from carto.tables.parsed_sites import PARSED_SITES


def test_there_are_32_fields_and_92_typologies() -> None:
    assert len(FIELDS) == len(set(FIELDS)) == 32
    assert len(TYPOLOGIES) == len(set(TYPOLOGIES)) == 92


def test_no_value_holds_a_separator() -> None:
    for values in LISTS.values():
        assert not any(set("|;") & set(value) for value in values)


def test_every_list_is_a_column_of_places_but_itinerance() -> None:
    assert set(LISTS) - set(PARSED_SITES.names) == {"itinerance"}


@pytest.mark.france
def test_the_lists_agree_with_the_schema(france_data: Path) -> None:
    path = france_data / "lieux" / "schema-standard-mediation-num-v1.0.1.json"
    fields = {field["name"]: field for field in json.loads(path.read_text("utf-8"))["fields"]}
    assert tuple(fields) == FIELDS
    for column, values in LISTS.items():
        pattern = fields[column].get("constraints", {}).get("pattern")
        if pattern is None:
            assert column == "typologie"
            continue
        listed = re.search(r"\(\?:\^\|\\\|\)\((.*)\)\)\+\$$", pattern)
        assert listed, pattern
        schema = [re.sub(r"\\(.)", r"\1", value) for value in listed[1].split("|")]
        known_fault = {"Étapes numériques(La Poste)": "Étapes numériques (La Poste)"}
        assert [known_fault.get(value, value) for value in schema] == list(values)
