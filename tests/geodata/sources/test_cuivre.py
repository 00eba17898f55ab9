"""Closure of copper: both published layouts, arrondissements, and dates that cannot be.

The layouts are the publishers'; every date here is invented.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from geodata.sources.cuivre import parse
from tests.geodata.raw_files import raw_file

CSV = "code_insee;nom_commune;lot;fermeture_commerciale;fermeture_technique;output_usager"
LYON = [f"693{number}" for number in range(81, 90)]


DATES = ["fermeture_commerciale", "fermeture_technique", "fermeture_technique_fin"]


def read(tmp_path: Path, *rows: str) -> pd.DataFrame:
    table = parse(raw_file(tmp_path, "\n".join([CSV, *rows]), source="cuivre")).table
    return table.astype(object).where(table.notna(), None).set_index("code_insee")


def test_the_copy_of_the_state_has_lost_its_zeros(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, f"{CSV}\n5157;Eygliers;3;2026-01-31;2027-01-31;Fermé le\n"))
    assert parsed.table["code_insee"].to_list() == ["05157"]
    assert parsed.table.loc[0, DATES].to_list() == ["2026-01-31", "2027-01-31", "2027-01-31"]
    assert parsed.table["locaux_bloques"].isna().all()
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE"]


def test_the_workbook_of_orange(tmp_path: Path) -> None:
    path = tmp_path / "trajectoire.xlsx"
    columns = {
        "code_insee": ["29001", "29002"],
        "lot": ["4", None],
        "fermeture_commerciale": ["31/01/2026", None],
        "fermeture_technique": [pd.Timestamp("2028-01-31"), None],
        "nb_log_blocage_eligibilite": [3, 0],
        "prevision_completude_des_zapms_premierpm": ["31/12/2026", "inconnue"],
        "prevision_completude_des_zapms_dernierpm": [pd.Timestamp("2027-06-30"), None],
    }
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"note": ["dates inventées"]}).to_excel(book, sheet_name="Lisez-moi")
        pd.DataFrame(columns).to_excel(book, sheet_name="Communes", index=False)
    parsed = parse(raw_file(tmp_path, path.read_bytes(), name=path.name))
    table = parsed.table.astype(object).where(parsed.table.notna(), None)
    assert table.iloc[0].to_list() == [
        *("29001", "2026-01-31", "2028-01-31", "2028-01-31"),
        *("4", 3, "2026-12-31", "2027-06-30"),
    ]
    assert table.iloc[1].to_list() == ["29002", None, None, None, None, 0, None, None]
    assert [notice.code for notice in parsed.notices] == ["DATE_ILLISIBLE"]


def test_a_commune_of_arrondissements_has_a_first_and_a_last_date(tmp_path: Path) -> None:
    rows = [f"{code};;5;2028-01-31;20{29 + rank % 2}-11-30;" for rank, code in enumerate(LYON)]
    table = read(tmp_path, *rows)
    assert table.index.to_list() == ["69123"]
    assert table.loc["69123", DATES].to_list() == ["2028-01-31", "2029-11-30", "2030-11-30"]
    assert table.loc["69123", "cuivre_lot"] == "5"


def test_the_last_date_is_unknown_while_one_is_not_set(tmp_path: Path) -> None:
    rows = [f"{code};;5;;{'' if code == '69385' else '2029-11-30'};" for code in LYON]
    assert read(tmp_path, *rows).loc["69123", DATES].to_list() == [None, "2029-11-30", None]


def test_some_arrondissements_only_say_nothing_of_the_commune(tmp_path: Path) -> None:
    rows = [f"{code};;5;2028-01-31;2029-11-30;" for code in LYON[:-1]]
    parsed = parse(raw_file(tmp_path, "\n".join([CSV, *rows])))
    assert parsed.table["code_insee"].to_list() == ["69123"]
    assert parsed.table.drop(columns="code_insee").isna().all(axis=None)
    assert [notice.code for notice in parsed.notices] == ["ARRONDISSEMENTS_INCOMPLETS"]


def test_dates_in_the_wrong_order_are_kept_and_remarked(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, f"{CSV}\n29001;Argol;4;2028-01-31;2027-01-31;\n"))
    assert len(parsed.table) == 1
    assert [notice.code for notice in parsed.notices] == ["DATES_INVERSEES"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("29002;Arzano;4;2026-01-31;31/02/2027;", "DATE_ILLISIBLE"),
        ("29002;Arzano;4;bientôt;2027-01-31;", "DATE_ILLISIBLE"),
        ("29;Finistère;4;2026-01-31;2027-01-31;", "CODE_INVALIDE"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    good = "29001;Argol;4;2026-01-31;2028-01-31;"
    parsed = parse(raw_file(tmp_path, "\n".join([CSV, good, row])))
    assert [refused.code for refused in parsed.refused] == [code]
    assert len(parsed.table) == 1
