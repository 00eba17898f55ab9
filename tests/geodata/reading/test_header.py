"""Columns are found under their accepted names, wherever the header lies."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from tests.geodata.raw_files import raw_file

CODE = WantedColumn("code", ("COM", "CODGEO"))
POPULATION = WantedColumn("population", ("PMUN", "pmun_20??"))
NOTE = WantedColumn("note", ("note",), is_required=False)


def read(folder: Path, text: str) -> list[dict[str, str]]:
    records = read_records(raw_file(folder, text), (CODE, POPULATION, NOTE))
    return [dict(record.values) for record in records if isinstance(record, Record)]


@pytest.mark.parametrize(
    "text",
    [
        "COM;PMUN\n29001;1065\n",
        "\ufeffcom,autre,pmun\r\n29001,x,1065\r\n",
        "CODGEO\tpmun_2024\tpmun_2025\n29001\t7\t1065",
        "PMUN|COM\r1065|29001\r",
        '"COM";"PMUN"\n"29001";"1065"\n',
        "Populations légales;\nau 1er janvier;\n;\nCOM;PMUN\n29001;1065\n",
    ],
)
def test_finds_the_columns(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == [{"code": "29001", "population": "1065", "note": ""}]


def test_names_on_several_lines_are_joined(tmp_path: Path) -> None:
    column = WantedColumn("code", ("Code commune",))
    (record,) = read_records(raw_file(tmp_path, '"Code\ncommune";b\n29001;2\n'), (column,))
    assert isinstance(record, Record)
    assert (record.line, record["code"]) == (3, "29001")


def test_a_missing_column_is_named_with_what_was_found(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, "COM;Commune;habitants\n29001;Argol;1065\n")
    said = str(caught.value)
    for words in ("fichier.csv, ligne 1, colonne PMUN", "pmun_20??", "COM, Commune, habitants"):
        assert words in said
    assert "renommez" in said


def test_a_repeated_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"colonne PMUN.: colonne répétée"):
        read(tmp_path, "COM;PMUN;PMUN\n29001;1;2\n")


@pytest.mark.parametrize(
    ("source", "columns", "said"),
    [
        ("population", None, "renommez la colonne dans la première ligne ou reprenez le fichier"),
        ("lieux_nord", None, "ou décrivez ses colonnes (colonnes ="),
        ("lieux_nord", Path("nord.toml"), "corrigez nord.toml"),
    ],
)
def test_the_remedy_is_where_the_columns_are_named(
    tmp_path: Path, source: str, columns: Path | None, said: str
) -> None:
    raw = replace(raw_file(tmp_path, "Ville;Habitants\nArgol;1065\n"), source=source)
    with pytest.raises(SourceError, match=re.escape(said)):
        list(read_records(replace(raw, columns=columns), (CODE, POPULATION)))
