"""All tables are of one year before any join, or the join is refused."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from carto import flags
from carto.cog.alignment import Aligned, Dated, align
from carto.errors import MixedVintagesError
from carto.tables.geography import COG, MOUVEMENTS
from carto.tables.inputs import CONTOURS, FIBRE, POPULATION
from carto.tables.parsed import INPUT_TABLES
from tests.carto.cog.real_movements import real_movements

FILOSOFI = next(contract for contract in INPUT_TABLES if contract.name == "filosofi")
SITES = next(contract for contract in INPUT_TABLES if contract.name == "sites")
CODES = ("44180", "49126", "85084", "85165", "85212")


def counted(name: str, **by_code: int) -> pd.DataFrame:
    codes = [code.removeprefix("c") for code in by_code]
    return pd.DataFrame({"code_insee": codes, name: list(by_code.values())})


def dated(year: int = 2026, **years: int) -> dict[str, Dated]:
    """Give tables of the communes of 2026, dated as said."""
    squares = [shapely.box(west, 46, west + 1, 47) for west in range(len(CODES))]
    contours = gpd.GeoDataFrame({"code_insee": CODES}, geometry=squares, crs=4326)
    people = counted("population", c44180=3000, c49126=9000, c85084=6800, c85165=1200, c85212=1300)
    premises = counted("locaux", c44017=100, c44180=300, c49144=100, c49069=50, c85084=930)
    premises = premises.assign(quarter="2017-T4", locaux_raccordables=premises["locaux"])
    premises = premises.reindex(columns=list(FIBRE.names))
    income = counted("niveau_vie_median", c44017=20_000, c44180=20_000, c49144=25_000)
    sites = pd.DataFrame({"id": ["a", "b"], "code_insee": ["49144", "85084"]})
    tables = {
        "contours": (contours, CONTOURS),
        "population": (people, POPULATION),
        "fibre": (premises.astype({"locaux": "Int64", "locaux_raccordables": "Int64"}), FIBRE),
        "filosofi": (income.reindex(columns=list(FILOSOFI.names)), FILOSOFI),
        "lieux_49": (sites.assign(longitude=[0.5, 3.5], latitude=46.5), SITES),
        "mouvements": (real_movements(), MOUVEMENTS),
    }
    return {
        name: Dated(table, contract, years.get(name, year))
        for name, (table, contract) in tables.items()
    }


@pytest.fixture(scope="module")
def aligned() -> Aligned:
    return align(dated(fibre=2017, filosofi=2017, lieux_49=2020))


def test_the_year_is_that_of_the_contours(aligned: Aligned) -> None:
    assert aligned.cog == 2026
    assert list(aligned.tables) == sorted(dated())


def test_counts_are_carried_and_shared_by_the_people_of_today(aligned: Aligned) -> None:
    found = aligned.tables["fibre"].set_index("code_insee")["locaux"].to_dict()
    assert found == {"44180": 500, "49126": 50, "85084": 680, "85165": 120, "85212": 130}


def test_scores_are_weighed_by_premises_when_former_people_are_unknown(aligned: Aligned) -> None:
    found = aligned.tables["filosofi"].set_index("code_insee")["niveau_vie_median"]
    assert found.to_dict() == {"44180": 21_000}


def test_places_follow_their_commune(aligned: Aligned) -> None:
    assert aligned.tables["lieux_49"]["code_insee"].tolist() == ["44180", "85165"]
    assert [(doubt.key, doubt.flag) for doubt in aligned.doubts if doubt.source == "lieux_49"] == [
        (("a",), flags.CODE_ANCIEN),
        (("b",), flags.CODE_PARTAGE),
    ]


def test_events_of_one_day_in_communes_that_merge_stay_two() -> None:
    activity = next(contract for contract in INPUT_TABLES if contract.name == "activite")
    events = pd.DataFrame({"code_insee": ["44017", "49144"]}).reindex(columns=activity.names)
    events = events.assign(date="2026-01-05", type="atelier")
    found = align(dated() | {"activite": Dated(events, activity, 2017)})
    assert found.tables["activite"]["code_insee"].tolist() == ["44180", "44180"]


def test_every_row_that_is_no_more_leaves_its_trace(aligned: Aligned) -> None:
    left = [(row.source, row.key, row.into) for row in aligned.left_out]
    assert left == [
        ("fibre", "44017, 2017-T4", "44180, 2017-T4"),
        ("fibre", "49144, 2017-T4", "44180, 2017-T4"),
        ("filosofi", "44017", "44180"),
        ("filosofi", "49144", "44180"),
    ]


def test_without_movements_unequal_years_are_refused_with_the_remedy() -> None:
    given = dated(fibre=2017)
    del given["mouvements"]
    with pytest.raises(MixedVintagesError, match=r"fibre : 2017.*\[sources\.mouvements\]"):
        align(given)


def test_without_movements_equal_years_are_left_as_they_are() -> None:
    given = dated()
    del given["mouvements"]
    found = align(given)
    assert found.history is None
    assert all(found.tables[name] is given[name].table for name in given)


def test_movements_must_go_as_far_as_every_table() -> None:
    with pytest.raises(MixedVintagesError, match=r"au COG 2024.*contours : 2026"):
        align(dated(mouvements=2024))


def test_the_list_of_communes_is_of_the_year_of_the_contours() -> None:
    given = dated()
    listed = pd.DataFrame(columns=list(COG.names), dtype=object)
    with pytest.raises(MixedVintagesError, match=r"cog : 2025, contours : 2026"):
        align(given | {"cog": Dated(listed, COG, 2025)})


def test_contours_of_an_earlier_year_take_later_tables_back() -> None:
    given = dated(contours=2024, cog=2024)
    found = align({name: given[name] for name in ("contours", "population", "mouvements")})
    assert set(found.tables["population"]["code_insee"]) == {*CODES, "49069"} - {"49126"}


def test_the_order_of_sources_is_indifferent(aligned: Aligned) -> None:
    given = dated(fibre=2017, filosofi=2017, lieux_49=2020)
    backwards = {
        name: replace(given[name], table=given[name].table.iloc[::-1]) for name in reversed(given)
    }
    found = align(backwards)
    assert (found.left_out, found.doubts) == (aligned.left_out, aligned.doubts)
    pd.testing.assert_frame_equal(found.tables["fibre"], aligned.tables["fibre"])


def test_the_newer_of_two_tables_speaks_even_when_its_contract_was_read_back_from_a_file() -> None:
    tables = dated(filosofi=2017)
    newer = counted("niveau_vie_median", c44180=22_000).reindex(columns=list(FILOSOFI.names))
    tables["filosofi_2026"] = Dated(newer, deepcopy(FILOSOFI), 2026, "2023-12-31")
    found = align(tables)
    told = [row.key for row in found.left_out if row.code == "DEJA_DONNEE"]
    assert told == ["44017", "44180", "49144"]
    codes = [*found.tables["filosofi"]["code_insee"], *found.tables["filosofi_2026"]["code_insee"]]
    assert sorted(codes) == sorted(set(codes))
