"""A proposal for a terminal and for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from carto.planning.siting.question import QUESTIONS, Question
from tests.carto.planning.siting.proposals import proposal
from webapp.planning.plan_text import CSV_COLUMNS, plan_csv, plan_text


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_commune_and_every_step_has_a_line(kind: str) -> None:
    found = proposal(Question(kind, count=2))
    lines = plan_text("Ici", found).splitlines()
    assert lines[0].startswith("Ici. ")
    for one in found.chosen:
        assert any(line.startswith(f"  {one.code}  {one.name}") for line in lines)
    assert sum("\u00a0demi-journée" in line or "\u00a0lieu" in line for line in lines) > len(
        found.steps
    )
    assert "éclaire une décision" in lines[-1]


def test_columns_stand_under_each_other() -> None:
    lines = plan_text("Ici", proposal(Question(count=2))).splitlines()
    head = next(line for line in lines if line.startswith("  code"))
    row = next(line for line in lines if line.startswith("  29"))
    assert row[head.index("ouvre")] in "12"
    assert row[head.index("ouvre") - 1] == " "


def test_what_is_not_proved_is_marked() -> None:
    assert "(un après l'autre)" in plan_text("Ici", proposal(Question(count=3), limit_s=0.0))


def test_nothing_to_open_has_no_table() -> None:
    empty = replace(proposal(Question(count=1)), chosen=())
    assert "code  commune" not in plan_text("Ici", empty)


def test_communes_are_written_for_a_french_spreadsheet() -> None:
    found = proposal(Question(count=2))
    text = plan_csv(found)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert [row["code_insee"] for row in rows] == [one.code for one in found.chosen]
    assert rows[0]["heures_semaine"] in ("3,5", "7,0")
    assert rows[0]["unite_apport"] == "heures_par_semaine"


def test_people_around_are_counted_apart() -> None:
    found = proposal(Question(count=1))
    around = replace(found.chosen[0], communes_around=1, people_around=300.0)
    assert "(dont 300 autour)" in plan_text("Ici", replace(found, chosen=(around,)))
    assert "autour)" not in plan_text(
        "Ici", replace(found, chosen=(replace(around, communes_around=0),))
    )
    assert "dont_habitants_autour" in plan_csv(found)
