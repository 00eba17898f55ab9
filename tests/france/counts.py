"""What the national snapshot counts: the contents of tests/golden/france.json."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from geodata.storage.snapshot import Snapshot
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "france.json"
_ACCOUNT = ("in", "published", "beyond", "merged", "refused")


def national_counts(snapshot: Snapshot) -> dict[str, Any]:
    """Count rows of tables and sources, what was set aside, values that are missing, verdicts.

    Returns
    -------
    dict
        JSON values, every count with its reason code where there is one.
    """
    return {
        "tables": {name: len(snapshot.rows(name)) for name in sorted(snapshot.tables)},
        "sources": {
            source["id"]: {name: source[name] for name in _ACCOUNT}
            for source in snapshot.facts["sources"]
        },
        "set_aside": _set_aside(snapshot.path("quarantine.csv")),
        "passages": _count(row["kind"] for row in snapshot.rows("passages")),
        "missing": _missing(snapshot),
        "flags": _flags(snapshot),
        "checks": {check["id"]: check["found"] for check in snapshot.facts["checks"]},
        "verdicts": snapshot.facts["verdicts"],
    }


def as_text(counts: dict[str, Any]) -> str:
    """Write the counts as the golden file holds them."""
    return json.dumps(counts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_golden(snapshot: Snapshot) -> Path:
    """Write the golden file again."""
    GOLDEN.write_text(as_text(national_counts(snapshot)), "utf-8")
    return GOLDEN


def _set_aside(quarantine: Path) -> dict[str, dict[str, int]]:
    """Count rows refused, merged or noticed: source → `what CODE` → count."""
    found: dict[str, Counter[str]] = {}
    with quarantine.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["source"], Counter())[f"{row['kind']} {row['code']}"] += 1
    return {source: dict(sorted(counts.items())) for source, counts in sorted(found.items())}


def _missing(snapshot: Snapshot) -> dict[str, dict[str, int]]:
    """Count values missing from the communes: column → reason → count; `""` without a reason."""
    found: dict[str, Counter[str]] = {}
    rows = snapshot.rows("communes")
    explained = {column for row in rows for column in json.loads(row["reasons"])}
    for row in rows:
        reasons = json.loads(row["reasons"])
        for column in explained:
            if row[column] is None:
                found.setdefault(column, Counter())[reasons.get(column, "")] += 1
    return {column: dict(sorted(counts.items())) for column, counts in sorted(found.items())}


def _flags(snapshot: Snapshot) -> dict[str, int]:
    """Count the flags of the communes and of the places."""
    rows = [*snapshot.rows("communes"), *snapshot.rows("sites")]
    return _count(flag for row in rows for flag in (row["flags"] or "").split("|") if flag)


def _count(values: Iterable[str]) -> dict[str, int]:
    """Count each value, in alphabetical order."""
    return dict(sorted(Counter(values).items()))
