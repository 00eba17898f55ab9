"""Schemas of columns, from their contracts."""

from __future__ import annotations

from carto.contracts import Column
from carto.tables.communes import COMMUNES
from webapp.api.description.table_schema import column_schema, columns_schema


def test_a_column_tells_its_unit_its_bounds_and_what_missing_means() -> None:
    column = Column("taux", "number", "Taux", "Une part.", "part", True, "Compte nul.", 0, 1)
    assert column_schema(column) == {
        "type": ["number", "null"],
        "title": "Taux",
        "description": "Une part. Valeur absente\xa0: Compte nul. Unité\xa0: part.",
        "minimum": 0,
        "maximum": 1,
    }


def test_codes_choices_and_dates_keep_their_form() -> None:
    code = Column("code", "string", "Code", "Le code.", pattern="[0-9]{2}|2A")
    assert column_schema(code)["pattern"] == "^(?:[0-9]{2}|2A)$"
    chosen = Column("choix", "string", "Choix", "Le choix.", nullable=True, choices=("a",))
    assert column_schema(chosen)["enum"] == ["a", None]
    assert column_schema(Column("jour", "date", "Jour", "Le jour."))["format"] == "date"


def test_columns_that_an_answer_writes_otherwise_are_left_out() -> None:
    assert "geometry" not in columns_schema(COMMUNES, ("geometry",))
    assert list(columns_schema(COMMUNES)) == list(COMMUNES.names)
