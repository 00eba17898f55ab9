"""Checks of the communes find what was put wrong."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely

from geodata.checks.results import Item
from geodata.checks.run import run_checks
from geodata.readers import title_of
from geodata.source import ParsedTable
from tests.geodata.checks.checked_demo import assess_tables, find, subjects


def test_both_sides_of_a_join_are_listed(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"].table
    stranger = fibre[:1].assign(code_insee="29999")
    changed = pd.concat([fibre[1:], stranger], ignore_index=True)
    checks = run_checks(assess_tables(parsed, fibre=changed), parsed)
    items = find(checks, "appariements").items
    title = title_of("fibre")
    missing = f"{title}\u00a0: commune sans ligne dans cette source"
    assert Item("29001", "Argol", missing) in items
    assert Item("29999", "", f"{title}\u00a0: ligne sans commune au contour connu") in items


def test_contours_that_overlap(parsed: dict[str, ParsedTable]) -> None:
    contours = gpd.GeoDataFrame(parsed["contours"].table, geometry="geometry", crs=4326)
    place = contours.index[contours["code_insee"] == "29001"][0]
    contours.loc[place, "geometry"] = shapely.buffer(contours.geometry[place], 0.01)
    check = find(run_checks(assess_tables(parsed, contours=contours), parsed), "contours")
    assert "29001" in subjects(check)
    assert len(check.items) > 1
    assert not check.blocks
