"""Tests of the words of spreadsheets."""

from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from geodata.export_formats.french_words import header, headers, in_words


def test_no_two_columns_of_a_table_share_a_header() -> None:
    for contract in (*SNAPSHOT_TABLES.values(), *COMPLEMENTS.values()):
        fields = [
            {"name": column.name, "title": column.label, "unit": column.unit}
            for column in contract.columns
        ]
        assert len(set(headers(fields))) == len(fields), contract.name


def test_a_unit_that_the_label_says_is_not_said_twice() -> None:
    assert header("Communes", "communes") == "Communes"
    assert header("Population", "habitants") == "Population (habitants)"


def test_a_code_without_words_is_left_as_it_is() -> None:
    assert in_words("verdict", "inconnu") == "inconnu"
    assert in_words("population", 12) == 12
