"""A scenario held against a territory: all of it, or none of it and why."""

from __future__ import annotations

import pytest
from flask import Flask

from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from webapp.planning.asked_scenario import AskedScenario, asked_scenario, asked_values
from webapp.planning.grounds import Grounds
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@pytest.fixture
def ask(app: Flask, sample: LoadedSnapshot, finistere: Ground):
    """Ask for the scenario of a query, on the département of the sample."""

    def asked(query: str, ground: Ground = finistere) -> AskedScenario:
        with app.test_request_context(f"/scenario?{query}"):
            return asked_scenario(sample, ground, asked_values())

    return asked


def test_every_change_is_read(ask) -> None:
    query = "ajout=29001:3.5&ajout=-4.3,48.25:7&retrait=fs-173&heures=fs-2046:14&sc=1"
    found = ask(query)
    assert found.refusals == ()
    assert found.notices == ()
    assert (
        found.scenario
        == found.rest
        == Scenario(
            (Addition(Where("29001"), 3.5), Addition(Where(lon_lat=(-4.3, 48.25)), 7.0)),
            ("fs-173",),
            (("fs-2046", 14.0),),
        )
    )
    assert found.homes == {(-4.3, 48.25): "29001"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ajout=-4.7,48.2:3", "en mer"),
        ("deplace=fs-173:2.35,48.85", "en mer, ou hors des communes"),
        ("ajout=75056:3", "Aucune commune de ces données n'a le code 75056"),
        ("ajout=29138:3", "n'est plus une commune"),
        ("retrait=fs-1", "n'existe pas dans ces données"),
        ("ajout=rien:3", "n'est pas compris"),
    ],
)
def test_one_unusable_change_and_nothing_is_applied(ask, query: str, said: str) -> None:
    found = ask(f"heures=fs-2046:14&{query}")
    assert found.scenario.is_empty
    assert found.rest == Scenario(hours=(("fs-2046", 14.0),))
    assert len(found.refusals) == 1
    notice = found.notices[0].replace("\u00a0", " ").replace("\u2019", "'")
    assert said in notice
    assert "Aucun changement" in found.notices[1]


def test_a_commune_or_a_place_of_elsewhere_is_too_far(ask, sample: LoadedSnapshot) -> None:
    crozon = Grounds().of(sample, "epci", "200066868")
    far = next(code for code in sample.communes if code not in crozon.codes.tolist())
    assert "trop loin" in ask(f"ajout={far}:3", crozon).notices[0]
    place = next(
        id_
        for id_, row in sample.sites.items()
        if row["is_supply"] and id_ not in crozon.place_ids.tolist()
    )
    assert "trop loin" in ask(f"retrait={place}", crozon).notices[0]


def test_a_scenario_of_another_edition_is_said_and_computed(ask, snapshot_id: str) -> None:
    found = ask("ajout=29001:3.5&sc=1&etat=00000000")
    assert not found.scenario.is_empty
    assert found.made_on == "00000000"
    assert "autre édition" in found.notices[0]
    assert ask(f"ajout=29001:3.5&etat={snapshot_id[:8]}").notices == ()
