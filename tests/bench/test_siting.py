"""The bench of siting: the same optimum as spopt, on communes of the demo."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from bench.siting import Comparison, Network, compare_with_spopt, network_of, time_half_days
from carto.planning.grounds.ground import Ground
from geodata.storage.snapshot import open_latest
from tests.demo import Built
from webapp.planning.grounds import ground_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="module")
def loaded(built_demo: Built) -> LoadedSnapshot:
    return load(*open_latest(built_demo.data_dir))


@pytest.fixture(scope="module")
def ground(loaded: LoadedSnapshot) -> Ground:
    return ground_of(loaded, "epci", "242900801")


def test_spopt_finds_the_same_optimum(ground: Ground) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the library
        found = compare_with_spopt(network_of(ground), 3)
    assert found.difference < 1e-9
    assert found.own > 0


def test_a_network_is_finite_and_counts_the_perimeter_alone(ground: Ground) -> None:
    network = network_of(ground)
    assert network.minutes.shape == (22, 22)
    assert np.isfinite(network.minutes).all()
    assert np.isfinite(network.today).all()


def test_half_days_are_timed(loaded: LoadedSnapshot) -> None:
    assert time_half_days(loaded, ground_of(loaded, "departement", "29")) > 0


def test_times_and_optima_are_compared() -> None:
    compared = Comparison(own_seconds=0.5, library_seconds=10, own=99, library=100)
    assert compared.times_faster == 20
    assert compared.difference == pytest.approx(0.01)
    assert Network(np.zeros((1, 1)), np.zeros(1), np.ones(1)).people.sum() == 1
