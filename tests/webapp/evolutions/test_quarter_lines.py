"""Communes and territories at two quarters, in figures and in words."""

from __future__ import annotations

import csv
import io

import numpy as np

from tests.webapp.evolutions.two_quarters import COMMUNES, counts
from webapp.evolutions.quarter_lines import (
    by_outcome,
    commune_figures,
    in_words,
    quarters_csv,
    territory_line,
)
from webapp.evolutions.quarter_sums import counts_of, sums
from webapp.evolutions.quarter_words import outcome_words

ROWS = [
    {"code_insee": f"2900{rank}", "nom": f"Commune {rank}", "departement": "29"}
    | {"siren_epci": None, "nom_epci": None}
    for rank in range(len(COMMUNES))
]


def figures() -> list[dict[str, object]]:
    return commune_figures(ROWS, *counts(), range(len(ROWS)))


def test_a_commune_is_told_with_why_it_does_not_compare() -> None:
    lines = [in_words(one, outcome_words(0.95)) for one in figures()]
    assert lines[0].gain == "+6,0\u00a0points"
    assert lines[0].connected == "900 → 960"
    assert lines[0].territory == "sans intercommunalité"
    assert "raccordables ont baissé" in lines[3].why
    assert lines[4].gain == "ne se compare pas"
    assert "a varié" in lines[4].why
    assert (lines[5].before, lines[5].gain) == ("donnée absente", "")


def test_communes_come_by_outcome_then_by_what_they_gained() -> None:
    assert by_outcome(*counts()) == [0, 1, 2, 3, 4, 5]


def test_a_territory_adds_up_its_own_communes() -> None:
    chosen = np.isin(np.arange(len(COMMUNES)), [0, 2, 4])
    before, after, outcomes = counts()
    total = sums(before, after, outcomes, chosen)
    line = territory_line("Ici", "/ici", total, counts_of(outcomes, chosen))
    assert (line.nom, line.address, line.connected) == ("Ici", "/ici", "+60")
    assert (line.crossed, line.stalled, line.fell_back, line.aside) == ("1", "1", "0", "1")


def test_the_file_has_the_reasons_and_is_never_without_columns() -> None:
    text = quarters_csv(figures(), ("2025-T2", "2026-T2"), "releve")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["bilan"] for row in rows][:2] == ["franchi", "progres"]
    assert rows[3]["explication"].startswith("Les locaux raccordables ont baissé")
    assert rows[5]["taux_avant"] == ""
    empty = quarters_csv([], ("2025-T2", "2026-T2"), "releve")
    assert empty.splitlines() == text.splitlines()[:1]
