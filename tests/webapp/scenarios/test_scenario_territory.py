"""The territory of a scenario: any that is published and not too wide, never another one."""

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


def test_the_only_departement_need_not_be_named(snapshot: LoadedSnapshot) -> None:
    assert read_perimeter(snapshot, {}) == (Perimeter("departement", "29"), [])


@pytest.mark.parametrize("asked", ["epci-0", "region-53", "france", "groupe-", "departement-01"])
def test_no_other_territory_is_given_instead(snapshot: LoadedSnapshot, asked: str) -> None:
    found, said = read_perimeter(snapshot, {"territoire": asked})
    assert found is None
    assert len(said) == 1
