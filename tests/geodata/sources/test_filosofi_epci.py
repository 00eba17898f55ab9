"""Poverty of EPCI, in the table of the wide layout and the lines of the long one."""

from __future__ import annotations

from pathlib import Path

from geodata.sources.filosofi_epci import parse
from tests.geodata.filosofi_lines import HEADER, line
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

WIDE = "CODGEO;LIBGEO;TP6021\n242900801;CA Essai;9,0\n200000001;CC Essai;s\nCSZ;Sans objet;\n"


def test_the_table_of_epci(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, WIDE, source="filosofi_epci"))
    assert parsed.table["siren_epci"].to_list() == ["200000001", "242900801"]
    assert parsed.table["taux_pauvrete"].fillna(-1).to_list() == [-1, 9]
    assert [row.code for row in parsed.refused] == ["SIREN_INVALIDE"]


def test_the_table_in_its_archive(tmp_path: Path) -> None:
    archive = zip_of({"FILO2021_DISP_EPCI.csv": "x", "FILO2021_DISP_PAUVRES_EPCI.csv": WIDE})
    assert len(parse(raw_file(tmp_path, archive, source="filosofi_epci")).table) == 2


def test_the_lines_of_the_long_layout(tmp_path: Path) -> None:
    text = line("PR_MD60", "242900801", "9", geo_object="EPCI") + line("PR_MD60", "29001", "8")
    parsed = parse(raw_file(tmp_path, HEADER + text, source="filosofi_epci"))
    assert parsed.table.to_dict("records") == [{"siren_epci": "242900801", "taux_pauvrete": 9.0}]
