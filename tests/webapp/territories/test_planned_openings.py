"""Planned openings: said to be planned, in the order of their dates, led to a scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from tests.webapp.sample_rows import Row
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.territories.planned_openings import planned_openings


def opening(date: str, code: str, hours: float = 3.5) -> Row:
    """Plan an opening in a commune."""
    return {
        "date": date,
        "nom": f"Lieu du {date}",
        "code_insee": code,
        "heures_semaine": hours,
        "type": "lieu",
    }


@pytest.fixture
def snapshot(tmp_path: Path) -> LoadedSnapshot:
    """Load the sample with 21 openings planned in Brest and one in Argol."""
    many = [opening(f"2027-02-{day:02}", "29019") for day in range(1, 22)]
    rows = [*many, opening("2027-01-04", "29001", 14.0)]
    return load(publish(tmp_path, {**TABLES, "planned_openings": rows}))


def test_the_soonest_is_first_and_is_led_to_a_scenario(snapshot: LoadedSnapshot) -> None:
    found = planned_openings(snapshot, ("commune", "29001"), [snapshot.communes["29001"]])
    assert found is not None
    (one,) = found.openings
    assert (one.date, one.commune, one.hours) == ("4 janvier 2027", "Argol", "14\u00a0h")
    assert one.kind.startswith("lieu")
    assert found.simulate_path == ""


def test_a_scenario_takes_the_first_twenty(snapshot: LoadedSnapshot) -> None:
    members = snapshot.members("departement", "29")
    found = planned_openings(snapshot, ("departement", "29"), members)
    assert found is not None
    assert (len(found.openings), found.simulated) == (22, 20)
    assert found.simulate_path.startswith(
        "/scenario?territoire=departement-29&ajout=29001:14&ajout=29019:3.5&"
    )
    assert found.simulate_path.count("ajout=") == 20


def test_a_territory_without_plans_has_none(snapshot: LoadedSnapshot) -> None:
    assert (
        planned_openings(snapshot, ("epci", "200068120"), snapshot.members("epci", "200068120"))
        is None
    )
