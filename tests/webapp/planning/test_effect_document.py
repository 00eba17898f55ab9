"""An effect as plain values: only the communes that change, unknown and infinite as null."""

from __future__ import annotations

import json

from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from webapp.planning.effect_document import effect_document
from webapp.planning.scenario_effect import scenario_effect
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

FINISTERE = ("departement", "29")


def document(sample: LoadedSnapshot, ground: Ground, scenario: Scenario) -> dict:
    effect = scenario_effect(sample, FINISTERE, ground, scenario, {})
    return effect_document(ground, effect)


def test_nothing_changes_nobody(sample: LoadedSnapshot, finistere: Ground) -> None:
    found = document(sample, finistere, Scenario())
    assert found["before"] == found["after"]
    assert found["communes"] == []
    nobody = {"communes": 0, "people": 0, "communes_of_unknown_people": 0}
    assert found["gains"] == found["losses"] == {"inside": nobody, "around": nobody}


def test_those_who_gain_are_listed(sample: LoadedSnapshot, finistere: Ground) -> None:
    found = document(sample, finistere, Scenario((Addition(Where("29001"), 7.0),)))
    argol = next(row for row in found["communes"] if row["code_insee"] == "29001")
    assert argol["is_gain"]
    assert argol["is_inside"]
    assert argol["before"]["nearest_site_min"] == 24.7
    assert argol["after"]["nearest_site_min"] < 5
    assert argol["after"]["accessibility_high"] > argol["before"]["accessibility_high"]
    assert found["gains"]["inside"]["people"] >= 1065
    assert found["limits"]


def test_what_is_not_known_is_null(sample: LoadedSnapshot, finistere: Ground) -> None:
    everything = Scenario(removals=tuple(finistere.place_ids.tolist()))
    found = document(sample, finistere, everything)
    text = json.dumps(found, allow_nan=False)
    assert "Infinity" not in text
    around = [row for row in found["communes"] if not row["is_inside"]]
    assert all(row["before"]["verdict"] is None for row in around)
    assert all(row["after"]["nearest_site_min"] is None for row in found["communes"])
