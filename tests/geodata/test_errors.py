"""Errors are one French line that says where and what to do."""

from __future__ import annotations

from carto.errors import CartoError
from geodata.errors import SettingsError, SourceError


def test_says_file_line_column_and_remedy() -> None:
    error = SourceError("a.csv", "colonne absente", "ajoutez-la", line=3, column="ftth")
    assert str(error) == "a.csv, ligne 3, colonne ftth\u00a0: colonne absente\u00a0; ajoutez-la."
    assert (error.file, error.line, error.column) == ("a.csv", 3, "ftth")
    assert isinstance(error, CartoError)


def test_spaces_are_french() -> None:
    assert str(SettingsError("clé « x » : non !")) == "clé «\u00a0x\u00a0»\u00a0: non\u00a0!"
