"""Measure every kind of bad row: `python -m tests.bad_rows [rows of each kind]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bad_rows.catalogue import KINDS
from tests.bad_rows.trial import try_kind
from tests.conftest import ROOT


def main() -> None:
    """Print one line a kind: rows, detected, lost, clean rows disturbed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    shared = ROOT.parent / "shared" / "data"
    france = shared if shared.is_dir() else None
    rows = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            found = try_kind(kind, count, Path(folder), france)
            rows += found.spoiled
            print(
                f"{kind.source:16}{kind.name:32}{found.spoiled:6}{found.detection:8.1%}"
                f"{found.lost:5}{found.disturbed:5}/{found.untouched:<6}{found.missed[:160]}"
            )
    print(f"{rows} bad rows in {len(KINDS)} kinds")


if __name__ == "__main__":
    main()
