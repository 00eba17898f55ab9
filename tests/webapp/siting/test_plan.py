"""Tables of a plan: as they are read, and as a spreadsheet opens them."""

from __future__ import annotations

import math

from webapp.siting.plan import (
    Cell,
    Column,
    Plan,
    PlanTable,
    minutes_cell,
    number_cell,
    said,
)

ROWS = tuple((Cell(f"Commune {rank}"), number_cell(rank / 2, 1)) for rank in range(30))
TABLE = PlanTable("communes", "T", "L", (Column("Nom"), Column("Valeur", is_number=True)), ROWS)


def test_a_page_shows_the_first_rows_and_the_file_has_them_all() -> None:
    assert len(TABLE.shown) == 20
    lines = TABLE.csv().splitlines()
    assert lines[0] == "\ufeffNom;Valeur"
    assert lines[2] == "Commune 1;0,5"
    assert len(lines) == 31


def test_missing_and_out_of_reach_are_words() -> None:
    assert number_cell(None).text == number_cell(math.nan).text == "donnée absente"
    assert minutes_cell(math.inf).text == "hors d'atteinte"
    assert minutes_cell(12.4).text == "12\u00a0min"


def test_a_table_is_found_by_its_name() -> None:
    plan = Plan("", (), (), None, (TABLE,))
    assert plan.table("communes") is TABLE
    assert plan.table("autre") is None
    assert plan.scenario.is_empty


def test_units_stay_with_their_numbers() -> None:
    assert said("1 000 habitants : 3 h") == "1\u202f000\u00a0habitants\u00a0: 3\u00a0h"
