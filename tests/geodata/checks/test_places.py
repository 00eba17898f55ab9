"""Checks of the places find what was put wrong."""

from __future__ import annotations

from geodata.source import ParsedTable
from tests.geodata.checks.checked_demo import assess_tables, check_tables, find, subjects


def test_places_out_of_place(parsed: dict[str, ParsedTable]) -> None:
    sites = parsed["france_services"].table.copy()
    mine = sites.index[sites["code_insee"].str.startswith("29")]
    moved, mirrored, bare, lost = mine[:4]
    sites.loc[moved, "latitude"] += 0.3
    sites.loc[mirrored, "longitude"] *= -1
    sites.loc[[bare, lost], ["longitude", "latitude"]] = None
    sites.loc[lost, ["code_insee", "nom_commune"]] = ["29999", "Nulle part"]
    checks = check_tables(assess_tables(parsed, sites=sites), parsed)
    outside = find(checks, "lieux_hors_commune")
    ids = sites["id"]
    assert sorted(subjects(outside)) == sorted([ids[moved], ids[mirrored], ids[bare]])
    said = {item.subject: item.message for item in outside.items}
    assert "sa position est gardée" in said[ids[moved]]
    assert "corrigé" in said[ids[mirrored]]
    assert "placé à la mairie de sa commune" in said[ids[bare]]
    homeless = find(checks, "lieux_sans_position")
    assert (subjects(homeless), homeless.looked_at) == ([ids[lost]], 99)


def test_hours_estimated_or_capped(parsed: dict[str, ParsedTable]) -> None:
    sites = parsed["france_services"].table.sort_values("id", ignore_index=True)
    declared = sites.index[sites["hours_per_year_declared"].notna()]
    sites.loc[declared[0], "hours_per_year_declared"] = None
    sites.loc[declared[1], "hours_per_year_declared"] = 100 * 52
    check = find(check_tables(assess_tables(parsed, sites=sites), parsed), "heures")
    assert len(check.items) == 4
    assert {sites["id"][declared[0]], sites["id"][declared[1]]} <= set(subjects(check))
