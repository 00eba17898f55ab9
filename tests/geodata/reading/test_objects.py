"""JSON arrays of objects: cells as in a table, and nothing read beside what is wanted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.header import WantedColumn
from geodata.reading.objects import is_json, read_objects
from geodata.reading.records import BrokenRecord, Record
from tests.geodata.raw_files import raw_file

WANTED = (
    WantedColumn("id", ("id", "_id")),
    WantedColumn("nom", ("nom",), is_required=False),
)


def read(folder: Path, text: str) -> list[Record | BrokenRecord]:
    return list(read_objects(raw_file(folder, text, name="lieux.json"), WANTED))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (" Argol ", "Argol"),
        (87085, "87085"),
        (46.35, "46.35"),
        (True, "true"),
        (["a", "b", None], "a|b"),
        ([], ""),
        (float("nan"), ""),
    ],
)
def test_values_are_cells(tmp_path: Path, value: object, cell: str) -> None:
    (record,) = read(tmp_path, json.dumps([{"id": 1, "nom": value}]))
    assert isinstance(record, Record)
    assert (record["id"], record["nom"]) == ("1", cell)


def test_a_member_that_one_object_lacks_is_blank(tmp_path: Path) -> None:
    first, second = read(tmp_path, '[{"nom": "A", "id": 1},\n{"_id": 3, "id": 2}]')
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (second.line, second["id"], second["nom"]) == (2, "2", "")


def test_what_is_not_wanted_leaves_no_trace(tmp_path: Path) -> None:
    (record,) = read(tmp_path, '[{"id": {}, "aidants": [{"nom": "Dupont"}]}]')
    assert isinstance(record, BrokenRecord)
    assert record.code == "PROPRIETE_ILLISIBLE"
    assert "Dupont" not in record.raw


@pytest.mark.parametrize(
    ("element", "code"),
    [
        ("3", "ENTITE_ILLISIBLE"),
        ('{"nom": [{}]}', "PROPRIETE_ILLISIBLE"),
        ('{"nom": [[1]]}', "PROPRIETE_ILLISIBLE"),
        ('{"nom": "a\\u202eb"}', "CARACTERE_INTERDIT"),
    ],
)
def test_a_broken_element_costs_itself_only(tmp_path: Path, element: str, code: str) -> None:
    broken, kept = read(tmp_path, f'[{element},\n{{"id": 1}}]')
    assert isinstance(broken, BrokenRecord)
    assert (broken.line, broken.code) == (1, code)
    assert isinstance(kept, Record)


@pytest.mark.parametrize("text", ['[{"id": 1}', '{"erreur": 503}', "[{]", '[{"nom": 1}]', "[]"])
def test_files_that_are_no_such_array(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match=r"lieux\.json, ligne 1.*;"):
        read(tmp_path, text)


def test_json_is_known_by_its_first_character() -> None:
    assert is_json(b"\xef\xbb\xbf\n [")
    assert not is_json(b"<html>")
