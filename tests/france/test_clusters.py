"""Clusters of the IFN over mainland France: the known index, PySAL on the same draws, counts."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
from libpysal.weights import KNN
from numpy.typing import NDArray
from scipy.stats import false_discovery_control

from carto.crs import LAMBERT_93, metric_crs
from carto.statistics.clusters import label_of
from carto.statistics.local_moran import draw, local_moran, nearest_neighbours
from carto.verdict.parameters import Parameters
from tests.carto.statistics.reference import of_esda, untied_with_same_p
from tests.demo import Built

pytestmark = [
    pytest.mark.france,
    pytest.mark.filterwarnings("ignore:The alternative hypothesis:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The weights matrix is not fully connected:UserWarning"),
]

Floats = NDArray[np.float64]
PARAMETERS, SEED = Parameters().clusters, Parameters().robustness.seed


@pytest.fixture(scope="module")
def ifn(built_france: Built) -> tuple[Floats, Floats]:
    """Read the IFN of the communes of mainland France, and their points in Lambert-93."""
    rows = [
        row
        for row in built_france.snapshot.rows("communes")
        if metric_crs(row["departement"]) == LAMBERT_93 and row["ifn_total"] is not None
    ]
    project = pyproj.Transformer.from_crs(4326, LAMBERT_93, always_xy=True).transform
    x, y = project([row["longitude"] for row in rows], [row["latitude"] for row in rows])
    return np.array([row["ifn_total"] for row in rows], dtype=float), np.column_stack([x, y])


def test_same_draws_give_the_same_p_as_the_reference(ifn: tuple[Floats, Floats]) -> None:
    values, points = ifn
    weights = KNN.from_array(points, k=8)
    weights.transform = "r"
    ours = local_moran(values, nearest_neighbours(points, 8), permutations=99, seed=SEED)
    reference = of_esda(values, weights, draw(len(values) - 1, 8, 99, SEED))
    assert np.abs(ours.local_i - reference.Is).max() < 1e-12
    assert untied_with_same_p(ours, reference) > 20_000


def test_clusters_are_as_many_as_those_first_counted(ifn: tuple[Floats, Floats]) -> None:
    """First counted at other points, with 999 draws of PySAL: 12,797, of which 5,636 and 6,497.

    Another seed counts 8,700 to 12,500 with 999 draws, 11,400 to 12,500 with 9,999.
    """
    values, points = ifn
    linked = nearest_neighbours(points, PARAMETERS.knn)
    moran = local_moran(values, linked, PARAMETERS.permutations, SEED)
    assert moran.global_i == pytest.approx(0.624, abs=0.001)
    significant = false_discovery_control(moran.p_value) <= PARAMETERS.alpha
    labels = label_of(moran.is_high, moran.is_high_around, significant)
    assert np.count_nonzero(significant) == pytest.approx(12_797, rel=0.15)
    for label, first in (("concentration", 5636), ("creux", 6497), ("atypique", 664)):
        share = np.count_nonzero(labels == label) / np.count_nonzero(significant)
        assert share == pytest.approx(first / 12_797, abs=0.04)


def test_every_commune_is_judged_or_its_value_is_missing(built_france: Built) -> None:
    snapshot = built_france.snapshot
    communes = {row["code_insee"]: row for row in snapshot.rows("communes")}
    rows = snapshot.rows("clusters")
    assert len(rows) == 3 * len(communes)
    # The communes of Mayotte all have one need; the smallest territories have one commune.
    unjudged = [row for row in rows if row["label"] is None]
    without = [row for row in unjudged if communes[row["code_insee"]][row["indicator"]] is not None]
    assert {row["code_insee"][:3] for row in without} <= {"975", "976", "977", "978"}
