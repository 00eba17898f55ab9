"""The whole of France, counted: nothing lost, nothing without a reason, nothing changed unseen."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.demo import Built
from tests.france.counts import GOLDEN, as_text, national_counts
from tests.judges import geoparquet_outcomes, package_errors, standard_errors

pytestmark = pytest.mark.france


@pytest.fixture(scope="module")
def counts(built_france: Built) -> dict[str, Any]:
    return national_counts(built_france.snapshot)


def test_the_counts_are_those_of_the_golden_file(counts: dict[str, Any]) -> None:
    """After a wanted change: `python -m tests.france`, then read the difference."""
    assert as_text(counts).splitlines() == GOLDEN.read_text("utf-8").splitlines()


def test_every_commune_of_the_year_is_there_once(built_france: Built) -> None:
    codes = [row["code_insee"] for row in built_france.snapshot.rows("communes")]
    assert len(codes) == len(set(codes)) == 34_875


def test_every_row_of_every_source_is_accounted_for(counts: dict[str, Any]) -> None:
    for source, account in counts["sources"].items():
        ended = sum(account[end] for end in ("published", "beyond", "merged", "refused"))
        assert account["in"] == ended, source
        named = counts["set_aside"].get(source, {})
        for kind in ("merged", "refused"):
            listed = sum(n for name, n in named.items() if name.startswith(kind))
            assert account[kind] == listed, source


def test_no_value_is_missing_without_a_reason(counts: dict[str, Any]) -> None:
    without = {column: found[""] for column, found in counts["missing"].items() if "" in found}
    assert without == {}


def test_whatever_is_set_aside_or_unmatched_says_why(built_france: Built) -> None:
    """Unmatched codes, on both sides of the join, are rows of one of these two files."""
    for name, reason in (("quarantine.csv", "reason"), ("constats.csv", "message")):
        with built_france.snapshot.path(name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) > 1000
        assert [row for row in rows if not row[reason].strip()] == []


def test_judges_find_nothing(built_france: Built, france_data: Path) -> None:
    snapshot = built_france.snapshot
    assert set.union(*geoparquet_outcomes(snapshot).values()) <= {"pass", "skip"}
    assert package_errors(snapshot) == []
    schema = france_data / "lieux" / "schema-standard-mediation-num-v1.0.1.json"
    assert standard_errors(snapshot.path("lieux-standard.csv"), schema) == []
