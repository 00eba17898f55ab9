"""Checks of the territories: groups that are not whole, quarters that are added up."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from carto.rollups.groups import Group
from carto.territories import Perimeter
from geodata.checks.results import Item
from geodata.checks.territories import groups, mixed_quarters
from geodata.source import ParsedTable
from tests.geodata.checks.checked_demo import assess_tables, check_tables, find
from tests.mini_france.tables import assess_groups, assessed

GROUP = Group("poher", "Pays du Poher", ("22157", "29024", "29052", "29227"))


def test_a_group_says_what_it_lacks_and_which_codes_changed() -> None:
    found = groups(assess_groups(GROUP, perimeter=Perimeter(("29",))))
    assert found.looked_at == 1
    assert found.items == (
        Item("poher", "Pays du Poher", "la commune 29003 n'est pas publiée."),
        Item("poher", "Pays du Poher", "l'ancien code 29052 est aujourd'hui 29003."),
    )


def test_without_groups_nothing_is_looked_at() -> None:
    assert groups(assessed(Perimeter())).looked_at == 0


def test_quarters_that_are_added_up_are_said(parsed: dict[str, ParsedTable]) -> None:
    assessment = assess_tables(parsed)
    epci = assessment.epci.copy()
    epci.loc[0, "fibre_quarters"] = "2025-T4|2026-T2"
    (item,) = mixed_quarters(replace(assessment, epci=epci)).items
    assert item.subject == epci.loc[0, "siren_epci"]
    assert item.message == "trimestres additionnés\u00a0: 2025-T4, 2026-T2."
    checks = check_tables(assessment, parsed)
    assert find(checks, "trimestres_melanges").items == ()
    assert find(checks, "trimestres_melanges").looked_at == len(assessment.epci)


def test_an_unknown_fibre_mixes_nothing() -> None:
    epci = assessed(Perimeter()).epci.assign(fibre_quarters=pd.NA).astype(object)
    found = mixed_quarters(replace(assessed(Perimeter()), epci=epci.where(epci.notna(), None)))
    assert found.items == ()
