"""Tests of `webapp.comparison.compared_rollout`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES
from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_rollout import histories_of, rollout_chart, rows_at, together
from webapp.comparison.compared_territories import compared_territories
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

BREST, OUESSANT = TerritoryId("commune", "29019"), TerritoryId("commune", "29155")


@pytest.fixture(scope="module")
def quarters(
    tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]
) -> Iterator[LoadedSnapshot]:
    """Return the sample at three quarters."""
    folder = tmp_path_factory.mktemp("quarters")
    publish(folder, QUARTER_TABLES)
    with app_on(folder).test_request_context("/"):
        yield current()


def rows(snapshot: LoadedSnapshot) -> list[tuple[TerritoryId, object]]:
    return [(id_, snapshot.territory(id_.type, id_.code)) for id_ in (BREST, OUESSANT)]


def test_rows_take_the_counts_of_a_quarter(quarters: LoadedSnapshot) -> None:
    histories = histories_of(quarters, (BREST, OUESSANT))
    assert together(histories).quarters == ("2024-T2", "2025-T2", "2026-T2")
    chosen = rows(quarters)
    assert rows_at(chosen, histories, None) == chosen  # type: ignore[arg-type]
    (_, brest), (_, ouessant) = rows_at(chosen, histories, "2025-T2")  # type: ignore[arg-type]
    assert brest["taux_couverture_ftth"] == pytest.approx(98000 / 101000)
    assert brest["fibre_quarter"] == "2025-T2"
    assert ouessant["taux_couverture_ftth"] is None


def test_lines_are_drawn_with_their_figures(quarters: LoadedSnapshot) -> None:
    territories = compared_territories(rows(quarters))  # type: ignore[arg-type]
    drawn = rollout_chart(territories, histories_of(quarters, (BREST, OUESSANT)), "ARCEP")
    text = str(drawn).replace("\u00a0", " ")
    assert "A Brest" in text
    assert "<td" in text
    assert "donnée absente" in text
    assert "ne se comparent pas" in text


def test_one_quarter_draws_nothing(app: Flask) -> None:
    with app.test_request_context("/"):
        snapshot = current()
        territories = compared_territories(rows(snapshot))  # type: ignore[arg-type]
        histories = histories_of(snapshot, (BREST, OUESSANT))
        assert rollout_chart(territories, histories, "ARCEP") is None
