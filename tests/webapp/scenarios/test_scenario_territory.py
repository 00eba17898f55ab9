"""The territory of a scenario: any that is published, else the first one."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.scenarios.scenario_territory import Perimeter, read_perimeter
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

CROZON = "200066868"


@pytest.fixture
def snapshot(app: Flask) -> LoadedSnapshot:
    """Return the published sample."""
    with app.test_request_context("/"):
        return current()


def test_a_territory_is_read_and_written_alike(snapshot: LoadedSnapshot) -> None:
    found, said = read_perimeter(snapshot, {"territoire": f"epci-{CROZON}"})
    assert (str(found), said) == (f"epci-{CROZON}", [])


@pytest.mark.parametrize("asked", ["", "epci-0", "region-53", "france", "groupe-"])
def test_any_other_falls_back_on_the_first(snapshot: LoadedSnapshot, asked: str) -> None:
    found, said = read_perimeter(snapshot, {"territoire": asked})
    assert found == Perimeter("departement", "29")
    assert bool(said) == bool(asked)
