"""The assessed demonstration, with some of its tables changed."""

from __future__ import annotations

import pandas as pd

from carto.assessment import Assessment, Question, assess
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording
from geodata.checks.results import CheckResult
from geodata.checks.run import run_checks
from geodata.readers import titles_read
from geodata.source import ParsedTable
from tests.geodata.demo_tables import raw_demo


def assess_tables(parsed: dict[str, ParsedTable], **changed: pd.DataFrame) -> Assessment:
    """Assess the demonstration, with some tables changed."""
    tables = {name: one.table for name, one in parsed.items()}
    tables["sites"] = tables.pop("france_services")
    tables |= changed
    parameters = Parameters()
    question = Question(
        perimeter=Perimeter(("29",)),
        cog_years=dict.fromkeys(tables, 2026),
        parameters=parameters,
        need_variant="revenu",
        wording=Wording(parameters.alerts, "2026-06-30", "2024-08-01", "besoin"),
    )
    return assess(tables, question)


def check_tables(assessment: Assessment, parsed: dict[str, ParsedTable]) -> tuple[CheckResult, ...]:
    """Run every check, the sources named after the files of the demonstration."""
    return run_checks(assessment, parsed, titles_read(raw_demo()))


def find(checks: tuple[CheckResult, ...], check_id: str) -> CheckResult:
    """Pick a check by its id."""
    (found,) = (check for check in checks if check.id == check_id)
    return found


def subjects(check: CheckResult) -> list[str]:
    """List about what a check found something."""
    return [item.subject for item in check.items]
