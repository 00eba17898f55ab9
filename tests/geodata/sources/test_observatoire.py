"""The observatory workbook: both editions, both formats, and lines that meet nothing.

Rows of 2018 are ARCEP's; those of the later edition have its labels and invented counts.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources.observatoire import parse
from tests.geodata.raw_files import published_file, raw_file

TITLES = (
    "Réseaux en fibre optique jusqu'à l'abonné (FttH),,,,\nÀ l'échelle de la commune,,,,\n,,\n,,\n"
)
COMMUNES = f"{TITLES}Code commune,Nom commune,Logements,Établissements,OI 2018 T1\n"
COUNTS = f"{TITLES}Code commune,Champ,T3 2017,T4 2017,T1 2018\n"
AMBERIEU = "01004,Ambérieu-en-Bugey, 7\u00a0233    , 613    ,\n"
AMBERIEU_COUNTS = "01004,Locaux Raccordables,1460,1793,2248\n01004,Catégorie,10,10,25\n"
AAST = "64001,Aast, 81    , -    ,\n"
AAST_COUNTS = "64001,Locaux Raccordables,0,0, -    \n64001,Catégorie,0,0,0\n"


def zipped(files: dict[str, str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        for name, text in files.items():
            writer.writestr(name, text)
    return archive.getvalue()


def read_export(tmp_path: Path, communes: str, counts: str) -> ParsedTable:
    files = {"communes.csv": communes, "ftthCommunes.csv": counts, "sommaire.csv": "Open Data,,\n"}
    return parse(raw_file(tmp_path, zipped(files), source="fibre_history", name="2018t1.zip"))


COUNTED = ["code_insee", "quarter", "locaux", "locaux_quarter", "locaux_raccordables"]
BESIDE = ["locaux_en_construction", "locaux_insee", "zone_fibre"]


def rows(parsed: ParsedTable, columns: list[str] = COUNTED) -> list[list[object]]:
    table = parsed.table[columns].astype(object)
    return table.where(table.notna(), None).to_numpy().tolist()


def test_the_export_of_two_sheets(tmp_path: Path) -> None:
    parsed = read_export(
        tmp_path, COMMUNES + AMBERIEU + AAST, COUNTS + AMBERIEU_COUNTS + AAST_COUNTS
    )
    assert rows(parsed) == [
        ["01004", "2017-T3", 7846, "2018-T1", 1460],
        ["01004", "2017-T4", 7846, "2018-T1", 1793],
        ["01004", "2018-T1", 7846, "2018-T1", 2248],
        ["64001", "2017-T3", 81, "2018-T1", 0],
        ["64001", "2017-T4", 81, "2018-T1", 0],
        ["64001", "2018-T1", 81, "2018-T1", 0],
    ]
    assert (parsed.rows_in, parsed.refused, parsed.merged, parsed.notices) == (6, (), (), ())
    assert [origin.line for origin in parsed.origins] == [6, 6, 6, 8, 8, 8]


def test_what_the_sheet_of_premises_says_besides(tmp_path: Path) -> None:
    columns = (
        "Code commune,Logements,Établissements,Meilleure estimation des locaux T4 2024,"
        "Estimation locaux en cours de construction,Zones très denses,"
        "Engagements L. 33-13 et AMEL,Intentions privées hors engagement L. 33-13,T4 2024\n"
    )
    lines = [
        "29001,700,20,779,12, -    , -    , -    ,595",
        "29002,700,20,700, -    , -    ,FRTE-SFR0, -    ,595",
        "29003,700,,779,,1,-,-,595",
        "29004,700,20,779,,,,,595",
    ]
    parsed = parse(raw_file(tmp_path, columns + "\n".join(lines), source="fibre_history"))
    assert rows(parsed, BESIDE) == [
        [12, 720, "zipu"],
        [0, 720, "zipri"],
        [None, None, "ZTD"],
        [None, 720, None],
    ]
    assert parsed.refused == ()


@pytest.mark.parametrize(
    ("label", "estimated"),
    [
        ("Meilleure estimation des locaux T4 2025", "2025-T4"),
        ("Meilleure estimation des locaux à date", "2026-T2"),
    ],
)
def test_the_workbook_of_one_sheet(tmp_path: Path, label: str, estimated: str) -> None:
    path = tmp_path / "2026t2-obs-hd-thd-deploiement-vf.xlsx"
    columns = {
        "Code commune": ["29001", "29002"],
        "Nom commune": ["Argol", "Arzano"],
        "Logements": [700, 800],
        "Établissements": [20, 30],
        label: [779, "3\u202f150"],
        "T1 2026": [500, None],
        "T4 2025": [480, 700.0],
        "T2 2026": [595, "\u00a0-\u00a0"],
    }
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"Code région": [53]}).to_excel(book, sheet_name="Régions", startrow=4)
        pd.DataFrame(columns).to_excel(book, sheet_name="Communes", startrow=4, index=False)
    parsed = parse(raw_file(tmp_path, path.read_bytes(), name=path.name))
    assert rows(parsed) == [
        ["29001", "2025-T4", 779, estimated, 480],
        ["29001", "2026-T1", 779, estimated, 500],
        ["29001", "2026-T2", 779, estimated, 595],
        ["29002", "2025-T4", 3150, estimated, 700],
        ["29002", "2026-T1", 3150, estimated, None],
        ["29002", "2026-T2", 3150, estimated, 0],
    ]


def test_without_the_sheet_of_premises_they_are_missing(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, COUNTS + AMBERIEU_COUNTS, source="fibre_history"))
    assert parsed.table["locaux_raccordables"].to_list() == [1460, 1793, 2248]
    assert parsed.table["locaux"].isna().all()


def test_without_the_sheet_of_quarters_the_remedy_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"aucune colonne de trimestre.*zip"):
        parse(raw_file(tmp_path, COMMUNES + AMBERIEU, source="fibre_history"))


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Code commune"):
        parse(raw_file(tmp_path, "a,b\n1,2\n", source="fibre_history"))


def test_rates_above_one_are_kept_and_remarked_for_the_last_quarter(tmp_path: Path) -> None:
    communes = COMMUNES + "39315,Marnoz, 200    , 12    ,\n"
    counts = COUNTS + "39315,Locaux Raccordables,0,0,599\n39315,Catégorie,0,0,95\n"
    parsed = read_export(tmp_path, communes, counts)
    assert parsed.table["locaux_raccordables"].to_list() == [0, 0, 599]
    assert [notice.code for notice in parsed.notices] == ["TAUX_SUPERIEUR_A_UN"]


@pytest.mark.parametrize(
    ("communes", "counts", "code"),
    [
        ("01005,Ambérieux,1,2,\n", "", "COMMUNE_SANS_TRIMESTRE"),
        ("01004,Ambérieu,1,2,\n", "", "CLE_REPETEE"),
        ("", "01005,Catégorie,5,5,5\n", "LIGNE_ISOLEE"),
        ("", "01004,Abonnés,5,5,5\n", "LIGNE_ISOLEE"),
        ("", "01005,Locaux Raccordables,1,beaucoup,3\n", "NOMBRE_ILLISIBLE"),
        ("01005,Ambérieux,?,2,\n", "01005,Locaux Raccordables,1,2,3\n", "NOMBRE_ILLISIBLE"),
        ("", "01,Locaux Raccordables,1,2,3\n", "CODE_INVALIDE"),
        ("", "01005,Locaux Raccordables,1\n", "NB_CELLULES"),
    ],
)
def test_a_line_that_meets_nothing_costs_itself_only(
    tmp_path: Path, communes: str, counts: str, code: str
) -> None:
    parsed = read_export(
        tmp_path, COMMUNES + AMBERIEU + communes, COUNTS + AMBERIEU_COUNTS + counts
    )
    assert [refused.code for refused in parsed.refused] == [code]
    assert parsed.table["code_insee"].to_list() == ["01004"] * 3
    assert parsed.rows_in == 4


def test_arrondissements_are_added_up_quarter_by_quarter(tmp_path: Path) -> None:
    lyon = [str(code) for code in range(69381, 69390)]
    communes = COMMUNES + "".join(f"{code},Lyon,10,0,\n" for code in lyon)
    counts = COUNTS + "".join(f"{code},Locaux Raccordables,1,2,3\n" for code in lyon)
    parsed = read_export(tmp_path, communes, counts)
    assert parsed.table["code_insee"].to_list() == ["69123"] * 3
    assert parsed.table["locaux"].to_list() == [90] * 3
    assert parsed.table["locaux_raccordables"].to_list() == [9, 18, 27]
    assert (len(parsed.merged), parsed.rows_in) == (8, 11)


@pytest.mark.france
def test_the_whole_of_france(france_data: Path, tmp_path: Path) -> None:
    folder = france_data / "fibre" / "observatoire-2018t1"
    files = {path.name: path.read_text() for path in sorted(folder.glob("*.csv"))}
    parsed = parse(raw_file(tmp_path, zipped(files), source="fibre_history"))
    assert (parsed.rows_in, len(parsed.table)) == (3 * 35_361, 3 * 35_361)
    assert (parsed.refused, parsed.merged) == ((), ())
    zones = parsed.table.loc[parsed.table["quarter"] == "2018-T1", "zone_fibre"]
    assert zones.value_counts().to_dict() == {"zipu": 30_990, "zipri": 4_265, "ZTD": 106}
    codes = [notice.code for notice in parsed.notices]
    assert (codes.count("TAUX_SUPERIEUR_A_UN"), codes.count("LOCAUX_NULS")) == (689, 5)
    alone = parse(published_file(folder / "ftthCommunes.csv", "fibre_history"))
    pd.testing.assert_series_equal(
        alone.table["locaux_raccordables"], parsed.table["locaux_raccordables"]
    )
