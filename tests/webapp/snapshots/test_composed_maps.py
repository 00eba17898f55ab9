"""Maps of composed groups, cut out of published ones."""

from __future__ import annotations

import json

import pytest

from carto.drawing.indicators import units
from tests.demo import Built
from webapp.snapshots.composed_maps import MOST_KEPT
from webapp.snapshots.loaded_snapshot import GROUP, LoadedSnapshot, load

ACROSS = "29103-29105-29181"


@pytest.fixture(scope="module")
def loaded(built_demo: Built) -> LoadedSnapshot:
    """Load the demonstration."""
    return load(built_demo.snapshot)


def test_a_group_has_a_map_of_its_communes_and_no_other(loaded: LoadedSnapshot) -> None:
    assert loaded.has_map(GROUP, ACROSS, units.COMMUNE)
    assert not loaded.has_map(GROUP, ACROSS, units.EPCI)
    shapes = loaded.shapes(GROUP, ACROSS)
    assert list(shapes.units) == ACROSS.split("-")
    assert shapes.territory == loaded.territory(GROUP, ACROSS)["nom"]


def test_a_commune_without_an_epci_is_found_on_the_map_of_its_departement(
    loaded: LoadedSnapshot,
) -> None:
    island = next(code for code, row in loaded.communes.items() if row["siren_epci"] is None)
    assert island in loaded.shapes(GROUP, f"{island}-29019").units


def test_its_topology_holds_its_communes_and_their_epci(loaded: LoadedSnapshot) -> None:
    document = json.loads(loaded.topology(GROUP, ACROSS))
    named = {
        name: [one["properties"]["code"] for one in document["objects"][name]["geometries"]]
        for name in ("units", "borders")
    }
    assert named["units"] == ACROSS.split("-")
    epci = {row["siren_epci"] for row in loaded.members(GROUP, ACROSS)}
    assert named["borders"] == sorted(epci)


def test_a_published_topology_is_the_published_file(loaded: LoadedSnapshot) -> None:
    file = loaded.file("topojson/departement-29.json")
    assert loaded.topology("departement", "29") == file.read_bytes()


def test_only_the_last_maps_are_kept(loaded: LoadedSnapshot) -> None:
    first = loaded.shapes(GROUP, "29001-29002")
    assert loaded.shapes(GROUP, "29001-29002") is first
    for code in list(loaded.communes)[2 : MOST_KEPT + 3]:
        loaded.shapes(GROUP, f"29001-{code}")
    assert loaded.shapes(GROUP, "29001-29002") is not first
