"""IFN: invented scores on fictitious rows, every trap of the file, and the real one."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from carto import flags
from carto.cog.carry import carry
from carto.cog.history import read_history
from carto.cog.passage import find_passage
from carto.cog.rows import People
from carto.tables.need_inputs import FRAGILITE
from geodata.arrondissement_people import PEOPLE
from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources import epci, mouvements, population
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


def test_arrondissements_that_are_all_there_score_their_commune_by_their_people(
    tmp_path: Path,
) -> None:
    lyon = [f"Lyon {n},city,6938{n},{n},{n},{n},1,1,{(3 * n + 2) / 5}" for n in range(1, 10)]
    parsed = read(tmp_path, *lyon)
    (row,) = parsed.table.to_dict("records")
    mean = sum(PEOPLE[f"6938{n}"] * n for n in range(1, 10)) / 519_127
    assert row["code_insee"] == "69123"
    assert parsed.table["missing_reason"].isna().all()
    assert row["poverty_score"] == pytest.approx(mean)
    assert (row["age_score"], row["diploma_score"]) == (1, 1)
    assert row["ifn_total"] == pytest.approx((3 * mean + 2) / 5)
    assert len(parsed.merged) == 8


def test_a_published_score_of_the_commune_stays(tmp_path: Path) -> None:
    lyon = [f"Lyon {n},city,6938{n},5,5,5,5,5,5" for n in range(1, 10)]
    parsed = read(tmp_path, *lyon, "Lyon,city,69123,1,2,3,4,5,3")
    assert parsed.table["ifn_total"].to_list() == [3]


def test_an_empty_row_of_the_commune_leaves_room_for_its_arrondissements(tmp_path: Path) -> None:
    marseille = [f"M,city,132{n:02d},5,5,5,5,5,5" for n in range(1, 17)]
    parsed = read(tmp_path, "Marseille,city,13055,,,,,,", *marseille)
    assert parsed.table.to_dict("records")[0]["ifn_total"] == 5
    assert (len(parsed.table), len(parsed.merged), parsed.rows_in) == (1, 16, 17)


def test_some_arrondissements_leave_their_commune_without_a_score(tmp_path: Path) -> None:
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
    assert reasons == {"SANS_HABITANT": 6, "VALEUR_NON_DIFFUSEE": 1}


@pytest.mark.france
def test_the_need_keeps_the_order_of_the_index_without_the_networks(france_data: Path) -> None:
    path = france_data / "fragilite" / "ifn-city-all-variation.csv"
    table = parse(published_file(path, "fragilite")).table
    need = table[["poverty_score", "age_score", "diploma_score"]].mean(axis=1, skipna=False)
    assert need.notna().sum() == 34_958
    assert need.corr(table["ifn_total"], method="spearman") == pytest.approx(0.853, abs=0.001)


@pytest.mark.france
def test_after_the_passage_to_2026_seven_communes_have_no_score(france_data: Path) -> None:
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
        *("27676", "55039", "55050", "55139", "55189", "55239", "55307"),
    ]


@pytest.mark.france
def test_every_total_is_the_mean_of_its_five_indicators(france_data: Path) -> None:
    """F1: 35,006 rows with a total, to 1e-9."""
    table = pd.read_csv(france_data / "fragilite" / "ifn-city-all-variation.csv", dtype=str)
    scores = table[[*V3, "total"]].astype(float)
    known = scores[scores["total"].notna()]
    assert len(known) >= 35_006
    assert (known["total"] - known[list(V3)].mean(axis=1, skipna=False)).abs().max() < 1e-9


@pytest.mark.france
@pytest.mark.parametrize(
    ("siren", "published", "recomputed"),
    [
        ("242900801", 4.9240, 4.9203),  # CA du Pays de Landerneau-Daoulas
        ("200070662", 5.5486, 5.5471),  # CC Bretagne porte de Loire
        ("200034825", 6.6162, 6.6027),  # CA du Grand Guéret
        ("243100633", 4.2182, 4.2201),  # Sicoval
    ],
)
def test_the_index_of_an_epci_is_the_mean_of_its_communes_by_people(
    france_data: Path, siren: str, published: float, recomputed: float
) -> None:
    """F1: published by La MedNum, recomputed elsewhere; each with populations of its own year."""
    path = france_data / "fragilite" / "ifn-city-all-variation.csv"
    scores = parse(published_file(path, "fragilite")).table
    people = population.parse(published_file(france_data / "cog" / "donnees_communes.csv", "p"))
    members = epci.parse(published_file(france_data / "cog" / "epcicom.xlsx", "epci")).table
    of_epci = members.loc[members["siren_epci"] == siren, ["code_insee"]]
    joined = of_epci.merge(scores, on="code_insee").merge(people.table, on="code_insee")
    assert len(joined) == len(of_epci)
    weight = joined["population"].astype(float)
    found = (joined["ifn_total"] * weight).sum() / weight.sum()
    assert found == pytest.approx(recomputed, abs=0.01)
    assert found == pytest.approx(published, abs=0.02)
