"""Measure every kind of bad row: `python -m tests.bad_rows [rows of each kind]`."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.bad_rows.catalogue import KINDS
from tests.bad_rows.clean_rows import has_excerpt
from tests.bad_rows.kinds.positions import KINDS as SETTLED
from tests.bad_rows.settled_trial import territories, try_settled
from tests.bad_rows.trial import Measure, try_kind
from tests.conftest import ROOT


def main() -> None:
    """Print one line a kind: rows, detected, lost, clean rows disturbed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    shared = ROOT.parent / "shared" / "data"
    france = shared if shared.is_dir() else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        where = territories(france)
        kinds = [kind for kind in KINDS if france or has_excerpt(kind.source)]
        trials = [partial(try_kind, kind, count, folder, france) for kind in kinds]
        trials += [partial(try_settled, kind, count, folder, where, france) for kind in SETTLED]
        measures = [_said(trial()) for trial in trials]
    rows = sum(found.spoiled for found in measures)
    worst = min(found.detection for found in measures)
    disturbed = sum(found.disturbed for found in measures)
    untouched = sum(found.untouched for found in measures)
    print(
        f"{rows} bad rows of {len(measures)} kinds: {sum(m.detected for m in measures) / rows:.2%} "
        f"detected, {worst:.1%} of the worst kind; {sum(m.lost for m in measures)} lost; "
        f"{disturbed} of {untouched} clean rows disturbed"
    )


def _said(found: Measure) -> Measure:
    """Print one measure."""
    print(
        f"{found.kind.source:20}{found.kind.name:34}{found.spoiled:5}{found.detection:8.1%}"
        f"{found.lost:4}{found.disturbed:4}/{found.untouched:<5}{found.missed[:160]}"
    )
    return found


if __name__ == "__main__":
    main()
