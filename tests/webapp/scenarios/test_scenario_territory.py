"""The territory of a scenario, and those that its page offers."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.scenarios.scenario_territory import Perimeter, read_perimeter, territory_options
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


def test_departements_then_their_intercommunalites_are_offered(snapshot: LoadedSnapshot) -> None:
    groups = dict(territory_options(snapshot, Perimeter("departement", "29")))
    assert groups["Départements"] == [("departement-29", "Finistère")]
    assert (f"epci-{CROZON}", "CC Presqu'île de Crozon-Aulne maritime") in groups[
        "Intercommunalités"
    ]


def test_a_group_is_offered_while_it_is_shown(snapshot: LoadedSnapshot) -> None:
    groups = territory_options(snapshot, Perimeter("groupe", "iles"))
    assert groups[0] == ("", [("groupe-iles", "Îles")])
