"""Movements of communes: each link kept, a blank side said, a broken row set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.source import ParsedTable
from geodata.sources.mouvements import parse
from tests.geodata.raw_files import published_file, raw_file

HEADER = (
    "MOD,DATE_EFF,TYPECOM_AV,COM_AV,TNCC_AV,NCC_AV,NCCENR_AV,LIBELLE_AV,"
    "TYPECOM_AP,COM_AP,TNCC_AP,NCC_AP,NCCENR_AP,LIBELLE_AP"
)
FREIGNE = "41,2018-01-01,COM,49144,0,FREIGNE,Freigné,Freigné,COM,44225,0,FREIGNE,Freigné,Freigné"
CREATION = "20,1957-08-05,,,,,,,COM,97424,0,CILAOS,Cilaos,Cilaos"
SORTIE = "30,2007-02-23,COM,97123,0,SAINT BARTHELEMY,Saint-Barthélemy,Saint-Barthélemy,,,,,,"
CORSE = "41,1976-01-01,COM,20004,0,AJACCIO,Ajaccio,Ajaccio,COM,2A004,0,AJACCIO,Ajaccio,Ajaccio"


def read(folder: Path, *lines: str) -> ParsedTable:
    return parse(raw_file(folder, "\n".join((HEADER, *lines)), source="mouvements"))


def test_a_link_has_two_sides(tmp_path: Path) -> None:
    (row,) = read(tmp_path, FREIGNE).table.to_dict("records")
    assert row == {
        "modalite": "41",
        "date_effet": "2018-01-01",
        "type_avant": "COM",
        "code_avant": "49144",
        "nom_avant": "Freigné",
        "type_apres": "COM",
        "code_apres": "44225",
        "nom_apres": "Freigné",
    }


@pytest.mark.parametrize(
    ("line", "types", "code"),
    [(CREATION, ("AUCUNE", "COM"), "97424"), (SORTIE, ("COM", "AUCUNE"), "97123")],
)
def test_a_blank_side_is_no_commune(
    tmp_path: Path, line: str, types: tuple[str, str], code: str
) -> None:
    (row,) = read(tmp_path, line).table.to_dict("records")
    assert (row["type_avant"], row["type_apres"]) == types
    assert row["code_avant"] == row["code_apres"] == code


def test_codes_of_former_departements_are_read(tmp_path: Path) -> None:
    parsed = read(tmp_path, CORSE)
    assert parsed.table["code_avant"].tolist() == ["20004"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (FREIGNE.replace("41", "quarante", 1), "MODALITE_INVALIDE"),
        (FREIGNE.replace("2018-01-01", "01/01/2018"), "DATE_INVALIDE"),
        (FREIGNE.replace("COM,49144", "VILLE,49144"), "TYPE_INCONNU"),
        (FREIGNE.replace("49144", "4914X"), "CODE_INVALIDE"),
        (FREIGNE.replace("49144", "").replace("44225", ""), "CODE_INVALIDE"),
        (FREIGNE.replace("Freigné,COM", ",COM"), "NOM_ABSENT"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, line: str, code: str) -> None:
    parsed = read(tmp_path, line, CORSE)
    assert [(row.line, row.code) for row in parsed.refused] == [(2, code)]
    assert len(parsed.table) == 1


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "cog" / "mouvements-communes.csv"
    parsed = parse(published_file(path, "mouvements"))
    assert (parsed.rows_in, len(parsed.table), len(parsed.refused)) == (13734, 13734, 0)
    assert parsed.table["date_effet"].min() == "1943-02-19"
    assert parsed.table["date_effet"].max() == "2026-01-01"
