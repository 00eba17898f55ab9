"""Tests of the descriptions of the columns of a spreadsheet: they speak of what it shows."""

from __future__ import annotations

import re

import pytest

from carto.layers import DRAWN_LAYERS, LAYERS
from geodata.export_formats.french_words import WORDS
from geodata.export_formats.told_columns import ToldColumns
from geodata.export_formats.told_descriptions import DESCRIPTIONS, of_percentages, told_description
from geodata.storage.manifest import describe_columns

_CODE = re.compile(r"\b(?:CU\d|[a-z]+_[a-z_]+|[A-Z]+_[A-Z_]+|METRO|\d \(?[a-z]+ [a-z]+)\b")
_SHARE = re.compile(r"de 0 à 1\b|plafonné à 1\b")


@pytest.mark.parametrize("layer", DRAWN_LAYERS)
def test_a_column_put_in_words_is_described_without_its_codes(layer: str) -> None:
    columns = [c for c in LAYERS[layer].contract.columns if c.type != "geometry"]
    for field in ToldColumns(describe_columns(columns)).fields:
        if field["name"] in {*WORDS, "is_underserved", "alert_connectivite"}:
            assert not _CODE.search(field["description"]), field["name"]


def test_a_description_said_otherwise_is_that_of_a_published_column() -> None:
    published = {column.name for layer in LAYERS.values() for column in layer.contract.columns}
    assert set(DESCRIPTIONS) <= published


@pytest.mark.parametrize("layer", DRAWN_LAYERS)
def test_no_percentage_is_described_as_a_share(layer: str) -> None:
    for column in LAYERS[layer].contract.columns:
        if column.unit == "part":
            assert not _SHARE.search(of_percentages(column.description)), column.name


def test_a_column_without_codes_keeps_its_description() -> None:
    assert told_description("nom", "Nom officiel.") == "Nom officiel."
