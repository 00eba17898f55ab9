"""EPT: members, communes of none, and the national workbook that another reader fails on."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.sources.ept import parse
from tests.geodata.raw_files import published_file, raw_file

TITLES = "Établissements publics territoriaux;;\nFrance;;\n;;\n;;\n"
HEADER = f"{TITLES}Code géographique;Libellé;EPT;Libellé de l'EPT\nCODGEO;LIBGEO;EPT;LIBEPT\n"
SAINT_DENIS = "93066;Saint-Denis;200057867;Plaine Commune"


def test_members_and_others(tmp_path: Path) -> None:
    rows = f"{SAINT_DENIS}\n75056;Paris;ZZZZZZZZZ;Sans objet\n"
    table = parse(raw_file(tmp_path, HEADER + rows, source="ept")).table
    assert table["code_insee"].to_list() == ["75056", "93066"]
    assert table["siren_ept"].fillna("-").to_list() == ["-", "200057867"]
    assert table["nom_ept"].fillna("-").to_list() == ["-", "Plaine Commune"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("93001;Aubervilliers;2000578;Plaine Commune", "SIREN_INVALIDE"),
        ("93001;Aubervilliers;200057867;", "NOM_ABSENT"),
        ("93;Seine-Saint-Denis;200057867;Plaine Commune", "CODE_INVALIDE"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    parsed = parse(raw_file(tmp_path, f"{HEADER}{SAINT_DENIS}\n{row}\n", source="ept"))
    assert [refused.code for refused in parsed.refused] == [code]
    assert len(parsed.table) == 1


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    parsed = parse(published_file(france_data / "cog" / "ept.xlsx", "ept"))
    assert (parsed.rows_in, len(parsed.table)) == (34_875, 34_875)
    members = parsed.table.dropna(subset=["siren_ept"])
    assert (len(members), members["siren_ept"].nunique()) == (129, 11)
    # The métropole du Grand Paris has one commune more, Paris, which is in no EPT.
    assert "75056" not in set(members["code_insee"])
    assert set(members["code_insee"].str[:2]) == {"91", "92", "93", "94", "95"}
