"""Every figure of a comparison, on the page and in its file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from tests.webapp.sample import EPCI
from tests.webapp.sample_rows import Row
from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import Territory, compared_territories
from webapp.comparison.comparison_table import FILE_COLUMNS, Line, comparison_csv, table_lines
from webapp.views.compared_measures import OTHER_LEVEL, compared_measures


def columns(*rows: tuple[str, str, Row]) -> tuple[Territory, ...]:
    return compared_territories([(TerritoryId(type_, code), row) for type_, code, row in rows])


def by_label(territories: tuple[Territory, ...], facts: Mapping[str, Any]) -> dict[str, Line]:
    lines = table_lines(territories, compared_measures(facts), facts)
    assert all(len(line.cells) == len(territories) for line in lines)
    return {line.label: line for line in lines}


def test_levels_have_their_own_verdict(communes: dict[str, Row], facts: Mapping[str, Any]) -> None:
    brest = ("commune", "29019", communes["29019"])
    epci = ("epci", EPCI[0]["siren_epci"], EPCI[0])
    mixed = by_label(columns(brest, epci), facts)["Verdict, ou communes sous-desservies"]
    assert mixed.cells[0].verdict == communes["29019"]["verdict"]
    assert mixed.cells[1].words == f"{EPCI[0]['communes_underserved']} sur 3"
    assert "Verdict" in by_label(columns(brest), facts)
    assert "Communes sous-desservies" in by_label(columns(epci), facts)


def test_what_a_level_does_not_have_is_said(
    communes: dict[str, Row], facts: Mapping[str, Any]
) -> None:
    epci = {**EPCI[0], "sites_per_10000": 0.4}
    found = by_label(columns(("commune", "29019", communes["29019"]), ("epci", "1", epci)), facts)
    cells = found["Lieux pour 10 000 habitants"].cells
    assert [cell.words for cell in cells] == [OTHER_LEVEL, "0,40"]
    assert "Lieux pour 10 000 habitants" not in by_label(
        columns(("commune", "29019", communes["29019"])), facts
    )


def test_the_file_has_numbers_and_words_and_runs_no_formula(facts: Mapping[str, Any]) -> None:
    territories = columns(("epci", "1", {**EPCI[0], "nom": "=1+1", "need": None}))
    lines = table_lines(territories, compared_measures(facts), facts)
    rows = list(csv.DictReader(io.StringIO(comparison_csv(territories, lines, "abc"), newline="")))
    assert tuple(rows[0]) == FILE_COLUMNS
    assert {row["nom"] for row in rows} == {"'=1+1"}
    need = next(row for row in rows if row["colonne"] == "need")
    assert (need["valeur"], need["en_mots"]) == ("", "donnée absente")
    people = next(row for row in rows if row["colonne"] == "population")
    assert people["valeur"] == str(EPCI[0]["population"])
