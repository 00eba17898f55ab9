"""A scenario in a file is read back into its address; any other file is refused whole."""

from __future__ import annotations

import json
from typing import Any

import pytest

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from webapp.errors import ParameterError
from webapp.planning.scenario_address import scenario_pairs
from webapp.planning.scenario_file import MOST_BYTES, read_scenario_file, scenario_document
from webapp.rule.rule import Rule
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

FINISTERE = ("departement", "29")
POINT = (-4.3, 48.25)
SCENARIO = Scenario(
    additions=(Addition(Where("29019"), 3.5), Addition(Where(lon_lat=POINT), 7.25)),
    removals=("fs-173",),
    hours=(("fs-2046", 14.0),),
    moves=(("fs-2046", Where(lon_lat=POINT)),),
)


def document(sample: LoadedSnapshot) -> dict[str, Any]:
    return scenario_document(sample, FINISTERE, SCENARIO, {POINT: "29001"}, Rule(temps_max=15.0))


def test_it_leads_back_to_its_address(sample: LoadedSnapshot) -> None:
    pairs = read_scenario_file(json.dumps(document(sample)).encode())
    assert pairs[0] == ("territoire", "departement-29")
    assert sorted(pairs[1:]) == sorted([*scenario_pairs(SCENARIO, sample.id), ("temps_max", "15")])


def test_it_names_what_it_changes(sample: LoadedSnapshot) -> None:
    written = document(sample)
    assert written["territoire"]["nom"] == "Finistère"
    assert written["ajouts"][1] == {
        "ou": "-4.3,48.25",
        "commune": "Argol",
        "heures_semaine": 7.25,
    }
    assert written["retraits"][0]["nom"] == sample.sites["fs-173"]["nom"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"format": "autre"}, "pas un scénario"),
        ({"version": 2}, "version"),
        ({"territoire": "29"}, "territoire"),
        ({"territoire": {"type": "departement"}}, "type et le code"),
        ({"ajouts": "29019"}, "« ajouts » qui n'est pas une liste"),
        ({"ajouts": [{"ou": "29019"}]}, "ligne 1"),
        ({"ajouts": [{"ou": "29019", "heures_semaine": "3"}]}, "heures_semaine"),
        ({"ajouts": [{"ou": "29019", "heures_semaine": True}]}, "heures_semaine"),
        ({"retraits": [{"lieu": "a"}, 3]}, "ligne 2"),
        ({"regle": []}, "regle"),
    ],
)
def test_a_file_that_says_something_else_is_refused(
    sample: LoadedSnapshot, changes: dict[str, Any], said: str
) -> None:
    data = json.dumps(document(sample) | changes).encode()
    with pytest.raises(ParameterError) as refused:
        read_scenario_file(data)
    plain = str(refused.value).replace("\u00a0", " ").replace("\u202f", " ")
    assert said in plain.replace("\u2019", "'")
    assert "Rien n'est repris" in plain.replace("\u2019", "'")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 60_000, b" " * (MOST_BYTES + 1)]
)
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(ParameterError, match="Ce fichier"):
        read_scenario_file(data)


def test_infinite_hours_are_left_to_the_address_to_refuse(sample: LoadedSnapshot) -> None:
    changes = {"ajouts": [{"ou": "29019", "heures_semaine": float("inf")}]}
    pairs = read_scenario_file(json.dumps(document(sample) | changes).encode())
    assert ("ajout", "29019:inf") in pairs
