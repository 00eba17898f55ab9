"""Checks of the communes find what was put wrong."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import shapely

from carto import flags
from geodata.checks.communes import estimated, unmatched
from geodata.checks.results import Item
from geodata.source import ParsedTable
from tests.geodata.checks.checked_demo import assess_tables, check_tables, find, subjects


def test_both_sides_of_a_join_are_listed(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"].table
    stranger = fibre[:1].assign(code_insee="29999")
    changed = pd.concat([fibre[1:], stranger], ignore_index=True)
    checks = check_tables(assess_tables(parsed, fibre=changed), parsed)
    items = find(checks, "appariements").items
    title = "Carte fibre\u00a0: déploiement de la fibre par commune"
    missing = f"{title}\u00a0: commune sans ligne dans cette source"
    assert Item("29001", "Argol", missing) in items
    assert Item("29999", "", f"{title}\u00a0: ligne sans commune au contour connu") in items


def test_an_unmatched_row_names_the_file_that_was_read(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"].table[1:].reset_index(drop=True)
    titles = {name: name for name in parsed} | {"fibre": "Ma connexion internet"}
    check = unmatched(assess_tables(parsed, fibre=fibre), titles)
    absent = "Ma connexion internet\u00a0: commune sans ligne dans cette source"
    assert Item("29001", "Argol", absent) in check.items


def test_contours_that_overlap(parsed: dict[str, ParsedTable]) -> None:
    contours = gpd.GeoDataFrame(parsed["contours"].table, geometry="geometry", crs=4326)
    place = contours.index[contours["code_insee"] == "29001"][0]
    contours.loc[place, "geometry"] = shapely.buffer(contours.geometry[place], 0.01)
    check = find(check_tables(assess_tables(parsed, contours=contours), parsed), "contours")
    assert "29001" in subjects(check)
    assert len(check.items) > 1
    assert not check.blocks


def test_values_of_another_cog_year_are_listed(parsed: dict[str, ParsedTable]) -> None:
    assessment = assess_tables(parsed)
    communes = assessment.communes.set_index("code_insee")
    communes.loc["29001", "flags"] = flags.ESTIME_PARTAGE
    communes.loc["29002", "reasons"] = f'{{"locaux": "{flags.FUSION_INCOMPLETE}"}}'
    check = estimated(replace(assessment, communes=communes.reset_index()))
    assert [(item.subject, item.message) for item in check.items] == [
        ("29001", flags.MEANINGS[flags.ESTIME_PARTAGE]),
        ("29002", flags.MEANINGS[flags.FUSION_INCOMPLETE]),
    ]
