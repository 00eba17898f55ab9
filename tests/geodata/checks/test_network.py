"""Checks of the fibre counts find rates above one."""

from __future__ import annotations

from geodata.source import ParsedTable
from tests.geodata.checks.checked_demo import assess_tables, check_tables, find


def test_rates_above_one(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"].table.copy()
    fibre.loc[fibre["code_insee"] == "29001", "locaux_raccordables"] = 800
    fibre.loc[fibre["code_insee"] == "29002", "locaux_raccordables"] = 1100
    check = find(check_tables(assess_tables(parsed, fibre=fibre), parsed), "fibre_plus_de_100")
    assert [item.nom for item in check.items] == ["Argol", "Arzano"]
    assert "au plus 5\u00a0%" in check.items[0].message
    assert "plus de 5\u00a0%" in check.items[1].message


def test_the_history_is_not_judged_by_its_later_denominator(
    parsed: dict[str, ParsedTable],
) -> None:
    past = parsed["fibre"].table.assign(
        quarter="2018-T1", locaux=1, locaux_quarter="2018-T1", locaux_insee=None
    )
    checks = check_tables(assess_tables(parsed, fibre_history=past), parsed)
    assert not find(checks, "fibre_plus_de_100").items
