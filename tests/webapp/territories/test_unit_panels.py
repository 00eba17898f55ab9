"""The panel of a territory chosen on a wider map."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.drawing.indicators.units import COMMUNE, EPCI
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from webapp.errors import UnknownResourceError
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.territories.unit_panels import selected_unit, unit_panel
from webapp.views.state import MapState

CROZON = "200066868"


@pytest.fixture(scope="module")
def sample(snapshot_dir: Path) -> LoadedSnapshot:
    store = DataDir(snapshot_dir)
    return load(Snapshot.open(store.snapshot(store.latest_ids()[0])))


def test_it_has_the_finding_the_figures_and_the_way_to_the_page(sample: LoadedSnapshot) -> None:
    panel = unit_panel(sample, "epci", CROZON)
    assert panel.sentence == sample.epci[CROZON]["sentence"]
    assert panel.path == f"/epci/{CROZON}"
    assert [figure.label for figure in panel.figures][:2] == ["Communes sous-desservies", "Fibre"]


def test_only_a_published_unit_of_the_map_is_selected(sample: LoadedSnapshot) -> None:
    assert selected_unit(sample, EPCI, MapState(selected=CROZON)) is not None
    assert selected_unit(sample, EPCI, MapState(selected="29042")) is None
    assert selected_unit(sample, EPCI, MapState()) is None
    assert selected_unit(sample, COMMUNE, MapState(selected="29042")) is None
    with pytest.raises(UnknownResourceError):
        unit_panel(sample, "epci", "000000000")
