"""The Code officiel géographique: communes, and what lives inside them under the same code."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources.cog import parse
from tests.geodata.raw_files import published_file, raw_file

HEADER = "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT"
ARZANO = "COM,29002,53,29,29D,294,1,ARZANO,Arzano,Arzano,2919,"
MILIZAC = "COM,29076,53,29,29D,292,0,MILIZAC GUIPRONVEL,Milizac-Guipronvel,Milizac-Guipronvel,2925,"
DELEGUEE = "COMD,29076,,,,,0,MILIZAC,Milizac,Milizac,,29076"
ARRONDISSEMENT = (
    "ARM,75101,11,75,75C,751,0,PARIS 1ER ARRONDISSEMENT,Paris 1er Arrondissement,"
    "Paris 1er Arrondissement,,75056"
)


def read(folder: Path, *lines: str) -> ParsedTable:
    return parse(raw_file(folder, "\n".join((HEADER, *lines)), source="cog"))


def test_each_type_is_kept_as_what_it_is(tmp_path: Path) -> None:
    parsed = read(tmp_path, ARZANO, MILIZAC, DELEGUEE, ARRONDISSEMENT)
    table = parsed.table.set_index(["code_insee", "type_commune"])
    assert list(table.index) == [
        ("29002", "COM"),
        ("29076", "COM"),
        ("29076", "COMD"),
        ("75101", "ARM"),
    ]
    assert table.loc[("29076", "COM"), "nom"] == "Milizac-Guipronvel"
    assert table.loc[("75101", "ARM"), "commune_mere"] == "75056"
    assert table["departement"].isna().tolist() == [False, False, True, False]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (ARZANO.replace("COM,", "COMMUNE,", 1), "TYPE_INCONNU"),
        (ARZANO.replace("29002", "0null"), "CODE_INVALIDE"),
        (ARZANO.replace(",Arzano,29", ",,29"), "NOM_ABSENT"),
        (ARZANO.removesuffix(",2919,"), "NB_CELLULES"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, line: str, code: str) -> None:
    parsed = read(tmp_path, line, MILIZAC)
    assert [(row.line, row.code) for row in parsed.refused] == [(2, code)]
    assert parsed.table["code_insee"].tolist() == ["29076"]


def test_a_lost_zero_is_put_back(tmp_path: Path) -> None:
    parsed = read(tmp_path, ARZANO.replace("29002,53,29", "1001,84,01"))
    assert parsed.table["code_insee"].tolist() == ["01001"]
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="TYPECOM"):
        parse(raw_file(tmp_path, "COM;PMUN\n29002;1\n", source="cog"))


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    parsed = parse(published_file(france_data / "cog" / "communes.csv", "cog"))
    assert (parsed.rows_in, len(parsed.refused), len(parsed.merged)) == (37496, 0, 0)
    counts = parsed.table["type_commune"].value_counts().to_dict()
    assert counts == {"COM": 34875, "COMD": 2105, "COMA": 471, "ARM": 45}
