"""IFN: invented scores on fictitious rows, every trap of the file, and the real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto import flags
from carto.cog.carry import carry
from carto.cog.history import read_history
from carto.cog.passage import find_passage
from carto.cog.rows import People
from carto.tables.need_inputs import FRAGILITE
from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources import mouvements, population
from geodata.sources.fragilite import parse
from tests.geodata.raw_files import published_file, raw_file

V3 = (
    "no_thd_coverage_rate",
    "no_4g_coverage_rate",
    "poverty_rate",
    "older_65_rate",
    "nscol15p_rate",
)
HEADER = f"name,division,code,{','.join(V3)},total\n"


def read(folder: Path, *lines: str, header: str = HEADER) -> ParsedTable:
    text = header + "".join(f"{line}\n" for line in lines)
    return parse(raw_file(folder, text, source="fragilite"))


def test_scores_and_the_list_of_indicators_are_read(tmp_path: Path) -> None:
    parsed = read(tmp_path, "Essai,city,01999,1.0,2.0,3.0,4.0,5.0,3.0")
    (row,) = parsed.table.to_dict("records")
    assert row["ifn_total"] == 3
    assert row["ifn_indicateurs"] == "|".join(sorted(V3))
    assert [row[name] for name in ("poverty_score", "age_score", "diploma_score")] == [3, 4, 5]
    assert parsed.notices == ()


def test_another_list_of_indicators_travels_with_its_score(tmp_path: Path) -> None:
    more = "name,division,code,poverty_rate,rsa_rate,caf_rate,total\n"
    parsed = read(tmp_path, "Essai,city,01999,2,3,7,4", header=more)
    (row,) = parsed.table.to_dict("records")
    assert (row["ifn_total"], row["ifn_indicateurs"]) == (4, "caf_rate|poverty_rate|rsa_rate")
    assert row["poverty_score"] == 2
    assert parsed.table["age_score"].isna().all()


@pytest.mark.parametrize("line", ["1,2,3,4,5,3.00001", "1,2,3,4,,3.0"])
def test_a_total_that_is_not_the_mean_is_kept_and_remarked(tmp_path: Path, line: str) -> None:
    parsed = read(tmp_path, f"Essai,city,01999,{line}", "Juste,city,01998,1,2,3,4,5,3.0000000001")
    assert [(notice.subject, notice.code) for notice in parsed.notices] == [
        ("01999", "TOTAL_INATTENDU")
    ]
    assert len(parsed.table) == 2


def test_a_village_without_people_has_no_score(tmp_path: Path) -> None:
    parsed = read(tmp_path, "Village détruit,city,55999,0,0,0,0,0,0")
    assert parsed.table["missing_reason"].to_list() == [flags.SANS_HABITANT]
    assert parsed.table[["ifn_total", "poverty_score"]].isna().all(axis=None)
    assert [notice.code for notice in parsed.notices] == ["SANS_HABITANT"]


def test_arrondissements_leave_their_commune_without_a_score(tmp_path: Path) -> None:
    parsed = read(
        tmp_path,
        "Paris A,city,75101,1,2,3,4,5,3",
        "Paris B,city,75102,1,2,3,4,5,3",
        "Marseille,city,13055,,,,,,",
        "Marseille A,city,13201,1,2,3,4,5,3",
        "Sans note,city,01999,,,,,,",
    )
    said = dict(zip(parsed.table["code_insee"], parsed.table["missing_reason"], strict=True))
    assert said == {
        "01999": flags.VALEUR_NON_DIFFUSEE,
        "13055": flags.ARRONDISSEMENTS_SEULS,
        "75056": flags.ARRONDISSEMENTS_SEULS,
    }
    assert parsed.table["ifn_total"].isna().all()
    assert parsed.rows_in == len(parsed.table) + len(parsed.merged)
    assert {row.into for row in parsed.merged} == {"13055", "75056"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("CC Essai,epci,200000001,1,2,3,4,5,3", "DIVISION_INATTENDUE"),
        ("Essai,city,0null,1,2,3,4,5,3", "CODE_INVALIDE"),
        ("Essai,city,01999,1,2,3,4,11,4.2", "NOMBRE_HORS_LIMITES"),
        ("Essai,city,01999,1,2,3,4,0.5,2.1", "NOMBRE_HORS_LIMITES"),
        ("Essai,city,01999,1,2,3,4,haut,3", "NOMBRE_ILLISIBLE"),
    ],
)
def test_a_bad_row_costs_itself_only(tmp_path: Path, line: str, code: str) -> None:
    parsed = read(tmp_path, "Juste,city,01998,1,2,3,4,5,3", line)
    assert [row.code for row in parsed.refused] == [code]
    assert len(parsed.table) == 1


def test_a_file_of_another_level_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"epci.*seules les communes"):
        read(tmp_path, "CC Essai,epci,200000001,1,2,3,4,5,3")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="total"):
        read(tmp_path, "Essai,city,01999,1", header="name,division,code,poverty_rate\n")


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    raw = published_file(france_data / "fragilite" / "ifn-city-all-variation.csv", "fragilite")
    parsed = parse(raw)
    assert (parsed.rows_in, len(parsed.table), len(parsed.merged)) == (35_008, 34_965, 43)
    assert parsed.refused == ()
    assert parsed.table["ifn_indicateurs"].unique().tolist() == ["|".join(sorted(V3))]
    # Every total is the mean of its five indicators: no notice but the six empty villages.
    assert [notice.code for notice in parsed.notices] == ["SANS_HABITANT"] * 6
    reasons = parsed.table["missing_reason"].value_counts().to_dict()
    assert reasons == {"SANS_HABITANT": 6, "ARRONDISSEMENTS_SEULS": 3, "VALEUR_NON_DIFFUSEE": 1}


@pytest.mark.france
def test_the_need_keeps_the_order_of_the_index_without_the_networks(france_data: Path) -> None:
    path = france_data / "fragilite" / "ifn-city-all-variation.csv"
    table = parse(published_file(path, "fragilite")).table
    need = table[["poverty_score", "age_score", "diploma_score"]].mean(axis=1, skipna=False)
    assert need.notna().sum() == 34_955
    assert need.corr(table["ifn_total"], method="spearman") == pytest.approx(0.853, abs=0.001)


@pytest.mark.france
def test_after_the_passage_to_2026_ten_communes_have_no_score(france_data: Path) -> None:
    path = france_data / "fragilite" / "ifn-city-all-variation.csv"
    moves = mouvements.parse(
        published_file(france_data / "cog" / "mouvements-communes.csv", "mouvements")
    )
    passage = find_passage(read_history(moves.table), 2021, 2026)
    table = parse(published_file(path, "fragilite")).table
    table = carry("fragilite", table, FRAGILITE, passage, People()).table
    listed = population.parse(published_file(france_data / "cog" / "donnees_communes.csv", "p"))
    assert set(listed.table["code_insee"]) <= set(table["code_insee"])
    without = table.loc[table["ifn_total"].isna(), "code_insee"].to_list()
    assert without == [
        *("13055", "27676", "55039", "55050", "55139", "55189", "55239", "55307"),
        *("69123", "75056"),
    ]
