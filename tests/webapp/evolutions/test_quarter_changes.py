"""Tests of `webapp.evolutions.quarter_changes`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from flask import Flask

from tests.webapp.published import publish
from tests.webapp.sample import Row
from tests.webapp.sample_quarters import QUARTER_TABLES
from webapp.evolutions.quarter_changes import quarter_change
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def history(code: str, quarter: str, raccordables: int) -> Row:
    """Make a row of the series that has one count of premises for all quarters."""
    return {
        **{"code_insee": code, "quarter": quarter, "series": "historique", "flags": ""},
        **{"locaux": 1000, "locaux_quarter": "2026-T2", "locaux_raccordables": raccordables},
        **{"locaux_restants": 1000 - raccordables, "taux_couverture_ftth": raccordables / 1000},
    }


@pytest.fixture
def both_series(app_on: Callable[[Path], Flask], tmp_path: Path) -> Iterator[LoadedSnapshot]:
    """Return the sample where Brest has two series."""
    past = [history("29019", "2024-T2", 400), history("29019", "2026-T2", 990)]
    publish(tmp_path, {**QUARTER_TABLES, "fibre": [*QUARTER_TABLES["fibre"], *past]})
    with app_on(tmp_path).test_request_context("/"):
        yield current()


def test_counts_are_in_the_order_of_the_communes(both_series: LoadedSnapshot) -> None:
    rows = [both_series.communes[code] for code in ("29155", "29001", "29019")]
    change = quarter_change(both_series, rows, "2025-T2", "2026-T2")
    assert change.series == "releve"
    np.testing.assert_array_equal(change.before.connectable, [np.nan, 400, 98000])
    assert change.outcomes.outcome.tolist() == ["inconnu", "progres", "acquis"]
    assert change.threshold == 0.95


def test_the_history_is_taken_where_it_alone_compares(both_series: LoadedSnapshot) -> None:
    rows = [both_series.communes["29019"]]
    change = quarter_change(both_series, rows, "2024-T2", "2026-T2")
    assert change.series == "historique"
    assert change.outcomes.outcome.tolist() == ["franchi"]
