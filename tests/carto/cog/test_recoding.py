"""A place follows its commune; its point decides between the parts of a divided one."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from carto.cog.history import read_history
from carto.cog.passage import find_passage
from carto.cog.recoding import recode
from tests.carto.cog.real_movements import real_movements

PASSAGE = find_passage(read_history(real_movements()), 2020, 2026)
# Schematic squares, side by side.
CONTOURS = gpd.GeoDataFrame(
    {"code_insee": ["85084", "85165", "85212"]},
    geometry=[shapely.box(west, 46, west + 1, 47) for west in (0, 1, 2)],
    crs=4326,
)


def places(*rows: tuple[str | None, float | None]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["code_insee", "longitude"])
    return table.astype({"code_insee": "str"}).assign(latitude=46.5)


def test_a_code_follows_its_commune_whatever_its_date() -> None:
    found = recode(places(("49069", None), ("49144", 0.5), ("29019", 0.5)), PASSAGE, CONTOURS)
    assert found.table["code_insee"].tolist() == ["49126", "44180", "29019"]
    assert (found.renewed, found.chosen) == ((0, 1), ())


def test_the_point_decides_between_the_parts() -> None:
    found = recode(places(("85084", 1.5), ("85084", 0.5), ("85084", 9.0)), PASSAGE, CONTOURS)
    assert found.table["code_insee"].tolist() == ["85165", "85084", "85084"]
    assert (found.renewed, found.chosen) == ((), (0, 2))


def test_without_a_point_the_part_that_kept_the_code_stands() -> None:
    table = places(("85084", None))
    assert recode(table, PASSAGE, CONTOURS).table["code_insee"].tolist() == ["85084"]
    events = table[["code_insee"]]
    assert recode(events, PASSAGE, CONTOURS).chosen == (0,)


def test_a_missing_code_stays_missing_and_types_stay() -> None:
    table = places((None, 1.5), ("49069", None))
    found = recode(table, PASSAGE, CONTOURS).table
    assert found["code_insee"].isna().tolist() == [True, False]
    pd.testing.assert_series_equal(found.dtypes, table.dtypes)
