"""The troubles of mini France are judged again as they were published."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from carto import flags
from carto.assessment import Assessment, assess
from carto.territories import Perimeter
from carto.verdict.outcome import OUTCOME_COLUMNS
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Parameters
from tests.mini_france.tables import question, tables, wording
from tests.webapp.ruled_rows import sentence_without_draws
from webapp.rule.rule import Rule
from webapp.rule.ruled_communes import BEYOND, RESTING, decided_again, known_communes, ruled_columns
from webapp.snapshots.overlaid_row import OverlaidRows

Rows = Mapping[str, Mapping[str, Any]]

CHANGED = Rule(15.0, 0.75, 6.5, 90.0, 3, (4, 3, 3))
OVERRIDES = {
    **{"alerts.time_min": 15, "alerts.apl_ratio": 0.75, "alerts.need": 6.5},
    **{"alerts.fibre_pct": 90, "alerts.copper_class": 3, "composite.weights": [4, 3, 3]},
}


def published(parameters: Parameters, *without: str) -> Rows:
    """Assess mini France, and read it as the service does."""
    asked = question(Perimeter(), parameters)
    return rows_of(assess(tables(*without), asked))


def rows_of(assessment: Assessment) -> Rows:
    """Read published communes: None where missing, lists of flags, reasons by column."""
    table = pd.DataFrame(assessment.communes.drop(columns="geometry")).astype(object)
    plain = table.where(table.notna(), None).to_dict("records")
    return {
        row["code_insee"]: row
        | {
            "flags": [flag for flag in row["flags"].split("|") if flag],
            "reasons": json.loads(row["reasons"]),
        }
        for row in plain
    }


def judged(rows: Rows, rule: Rule) -> Rows:
    """Judge published communes by a rule."""
    parameters = rule.applied_to(Parameters())
    known = known_communes(rows)
    decided = decided_again(known, parameters)
    return OverlaidRows(rows, ruled_columns(known, decided, rule, wording(parameters)))


@pytest.mark.parametrize("without", [(), ("france_services",), ("filosofi",), ("fibre",)], ids=str)
@pytest.mark.parametrize(
    ("rule", "overrides"), [(Rule(fibre_min=95.0), {}), (CHANGED, OVERRIDES)], ids=["same", "other"]
)
def test_a_rule_gives_what_an_assessment_with_its_values_gives(
    rule: Rule, overrides: dict[str, Any], without: tuple[str, ...]
) -> None:
    expected = published(with_overrides(overrides), *without)
    again = judged(published(Parameters(), *without), rule)
    words = wording(rule.applied_to(Parameters()))
    for code, row in expected.items():
        for name in OUTCOME_COLUMNS:
            assert again[code][name] == row[name], (code, name)
            assert again[code]["reasons"].get(name) == row["reasons"].get(name), (code, name)
        assert again[code]["sentence"] == sentence_without_draws(row, words, rule)


def test_a_flag_that_rests_on_the_alert_on_supply_goes_with_it() -> None:
    rows = {
        code: {**row, "flags": [flags.PEU_DE_LOCAUX, *sorted(RESTING)]}
        for code, row in published(Parameters()).items()
    }
    code = next(iter(rows))
    assert judged(rows, Rule(temps_max=15.0))[code]["flags"] == [flags.PEU_DE_LOCAUX]
    assert judged(rows, Rule(fibre_min=90.0))[code]["flags"] == rows[code]["flags"]


def test_people_far_by_square_are_hidden_where_they_were_known() -> None:
    rows = dict(published(Parameters()))
    known, unknown = sorted(rows)[:2]
    rows[known] = {**rows[known], BEYOND: 0.5}
    again = judged(rows, Rule(temps_max=15.0))
    assert again[known][BEYOND] is again[unknown][BEYOND] is None
    assert again[known]["reasons"][BEYOND] == flags.REGLE_MODIFIEE
    assert again[unknown]["reasons"][BEYOND] == rows[unknown]["reasons"][BEYOND]
    assert judged(rows, Rule(fibre_min=90.0))[known][BEYOND] == 0.5
