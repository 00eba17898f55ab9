"""Every finding is in the table, also beyond those that the manifest lists."""

from __future__ import annotations

from geodata.checks.findings import FINDINGS, finding_rows
from geodata.checks.results import LISTED, CheckResult, Item


def test_all_findings_are_written() -> None:
    many = tuple(Item(str(number), "", "constat") for number in range(LISTED + 5))
    checks = (CheckResult("a", "A", 900, many), CheckResult("b", "B", 1))
    rows = finding_rows(checks)
    assert len(rows) == LISTED + 5
    assert rows[0] == ("a", "A", "0", "", "constat")
    assert len(rows[0]) == len(FINDINGS.names)
