"""Checks of the files: too many refused rows block, every notice is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.checks.results import Item
from geodata.source import Notice, ParsedTable, RefusedRow
from tests.geodata.checks.checked_demo import assess_tables, check_tables, find


@pytest.mark.parametrize(
    ("rows_in", "refused", "code", "blocks"),
    [
        (100, 5, "CODE_INVALIDE", False),
        (100, 6, "CODE_INVALIDE", True),
        (100, 6, "LIEU_EXCLU", False),
        (100, 60, "DEJA_DONNEE", False),
        (19, 18, "CODE_INVALIDE", False),
    ],
)
def test_too_many_refused_rows_block(
    parsed: dict[str, ParsedTable], rows_in: int, refused: int, code: str, blocks: bool
) -> None:
    population = parsed["population"]
    row = RefusedRow("population", "population.csv", 7, "x", code, "code illisible")
    damaged = replace(
        population,
        table=population.table[: rows_in - refused],
        rows_in=rows_in,
        origins=population.origins[: rows_in - refused],
        refused=(row,) * refused,
    )
    checks = check_tables(assess_tables(parsed), parsed | {"population": damaged})
    check = find(checks, "lignes_refusees")
    assert check.blocks is blocks
    assert len(check.items) == refused
    assert check.items[0].nom == "population.csv, ligne 7"


def test_notices_are_listed_with_their_line(parsed: dict[str, ParsedTable]) -> None:
    notice = Notice("fibre", "fibre.csv", 4, "29003", "TAUX_SUPERIEUR_A_UN", "en retard")
    changed = parsed | {"fibre": replace(parsed["fibre"], notices=(notice,))}
    check = find(check_tables(assess_tables(parsed), changed), "valeurs_reparees")
    assert check.items == (Item("29003", "fibre.csv, ligne 4", "en retard"),)
