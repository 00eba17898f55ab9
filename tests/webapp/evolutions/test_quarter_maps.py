"""Tests of `webapp.evolutions.quarter_maps`."""

from __future__ import annotations

import pytest

from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES
from webapp.evolutions.quarter_maps import gain_map
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.views.state import MapState

STATE = MapState("evolution", before="2025-T2")


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> LoadedSnapshot:
    """Load the sample at three quarters, as a whole country."""
    folder = tmp_path_factory.mktemp("country")
    return load(publish(folder, QUARTER_TABLES, is_country=True))


def test_a_territory_is_coloured_by_commune_and_leads_to_its_map(country: LoadedSnapshot) -> None:
    drawn = gain_map(country, ("departement", "29"), STATE, {})
    assert drawn is not None
    assert drawn.indicator.id == "evolution"
    assert drawn.address == "/departement/29?ind=evolution&t2=2025-T2"
    counts = [int(line.communes.split("\u00a0")[0]) for line in drawn.legend if line.people]
    assert sum(counts) == len(country.communes)


def test_france_is_coloured_by_departement_with_the_gains_given(country: LoadedSnapshot) -> None:
    drawn = gain_map(country, ("france", "FR"), STATE, {"29": 12.0})
    assert drawn is not None
    assert drawn.address == ""
    assert "12,0" in drawn.finding or "+10 à +25, 1 département" in drawn.finding.replace(
        "\u00a0", " "
    )
    unknown = gain_map(country, ("france", "FR"), STATE, {"29": None})
    assert unknown is not None
    assert [line.is_missing for line in unknown.legend if line.people] == [True]


def test_what_has_no_map_has_none(country: LoadedSnapshot) -> None:
    assert gain_map(country, ("", ""), STATE, {}) is None
    assert gain_map(country, ("epci", "000000000"), STATE, {}) is None
