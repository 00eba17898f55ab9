"""Ma connexion internet: its quarterly file, the renamed copy, zeros, and what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.readers import reader_for
from geodata.sources import carte_fibre, ma_connexion
from geodata.sources.ma_connexion import parse, recognises
from tests.geodata.raw_files import published_file, raw_file

OFFICIAL = (
    "code_insee;nom_com;code_dep;code_reg;nbr;type;nbr_elig_8;elig_ftth;elig_coax;elig_cu_30;"
    "elig_thdr;elig_cu_8;elig_4gf;elig_hdr;elig_sat;date"
)
USSEL = "19275;Ussel;19;75;7338;all;7338;7128;0;0;0;0;210;0;0;2026-06-30"
RENAMED = "code_insee,commune,pct_fibre,pct_cable,nb_locaux,nb_locaux_fibre,nb_locaux_cable"
AIBRE = "25008,Aibre,98.1,0.0,214,210.0,"


def test_the_quarterly_file(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, f"{OFFICIAL}\n{USSEL}\n", source="fibre", date="2026-09-14")
    parsed = parse(raw)
    counts = parsed.table.drop(columns=["locaux_en_construction", "zone_fibre"])
    assert counts.to_numpy().tolist() == [["19275", "2026-T2", 7338, 7128]]
    assert parsed.table[["locaux_en_construction", "zone_fibre"]].isna().all(axis=None)
    assert (parsed.refused, parsed.merged, parsed.notices) == ((), (), ())


def test_an_old_file_in_cp1252_is_read_once_its_encoding_is_stated(tmp_path: Path) -> None:
    data = f"{OFFICIAL}\n{USSEL.replace('Ussel', 'Éyrein')}\n".encode("cp1252")
    assert len(parse(raw_file(tmp_path, data, encoding="cp1252")).table) == 1


def test_kinds_of_premises_are_counted_in_the_whole(tmp_path: Path) -> None:
    part = USSEL.replace(";7338;all;", ";5000;residentiel;")
    parsed = parse(raw_file(tmp_path, f"{OFFICIAL}\n{part}\n{USSEL}\n"))
    assert parsed.table["locaux"].to_list() == [7338]
    assert [(row.code, row.into) for row in parsed.merged] == [("SOUS_TOTAL", "19275")]


@pytest.mark.parametrize(
    ("row", "locaux", "raccordables", "notices"),
    [
        (AIBRE, 214, 210, []),
        ("56194,Rieux,0.0,0.0,1892,,", 1892, 0, []),
        ("56194,Rieux,,0.0,1892,,", 1892, None, []),
        ("56194,Rieux,12.0,0.0,1892,,", 1892, None, []),
        ("25008,Aibre,9.81,0.0,214,210.0,", 214, 210, ["TAUX_INCOHERENT"]),
        ("1004,Ambérieu,100.0,0.0,200,200,", 200, 200, ["CODE_REPARE"]),
    ],
)
def test_the_renamed_copy(
    tmp_path: Path, row: str, locaux: int, raccordables: int | None, notices: list[str]
) -> None:
    raw = raw_file(tmp_path, f"{RENAMED}\n{row}\n", source="fibre", date="2023-12-31")
    parsed = parse(raw)
    found = parsed.table.astype(object).where(parsed.table.notna(), None).iloc[0]
    assert found["quarter"] == "2023-T4"
    assert (found["locaux"], found["locaux_raccordables"]) == (locaux, raccordables)
    assert [notice.code for notice in parsed.notices] == notices


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (USSEL.replace("19275", "0null"), "CODE_INVALIDE"),
        (USSEL.replace("7128", "-7128"), "NOMBRE_NEGATIF"),
        (USSEL.replace("7128", "71280"), "TAUX_IMPOSSIBLE"),
        (USSEL.replace("2026-06-30", "juin"), "DATE_ILLISIBLE"),
        (USSEL.replace("7128", "7129"), "CLE_REPETEE"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    parsed = parse(raw_file(tmp_path, f"{OFFICIAL}\n{USSEL}\n{row}\n"))
    assert [refused.code for refused in parsed.refused] == [code]
    assert len(parsed.table) == 1


def test_the_layout_is_recognised_by_its_header(tmp_path: Path) -> None:
    official = raw_file(tmp_path, f"{OFFICIAL}\n{USSEL}\n", source="fibre")
    renamed = raw_file(tmp_path, f"{RENAMED}\n{AIBRE}\n", source="fibre")
    carte = raw_file(tmp_path, "INSEE_COM,Locaux,ftth\n29001,779,595\n", source="fibre_29")
    assert (recognises(official), recognises(renamed), recognises(carte)) == (True, True, False)
    assert reader_for(renamed).parse is ma_connexion.parse
    assert reader_for(carte).parse is carte_fibre.parse


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "fibre" / "maconnexioninternet-communes.csv"
    parsed = parse(published_file(path, "fibre", date="2023-12-31"))
    assert (parsed.rows_in, len(parsed.table)) == (34_941, 34_941)
    assert (parsed.refused, parsed.merged, parsed.notices) == ((), (), ())
    table = parsed.table
    assert table["locaux_raccordables"].eq(0).sum() == 3_626
    assert round(table["locaux"].sum() / 1e6, 2) == 44.27
    assert round(table["locaux_raccordables"].sum() / table["locaux"].sum(), 3) == 0.842
