"""Clusters: the correction for many tests, areas apart, unknown values, what is published."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from esda import fdr
from esda.moran import Moran_Local
from scipy.stats import false_discovery_control
from statsmodels.stats.multitest import multipletests

from carto.contracts import check
from carto.statistics.clusters import find_clusters
from carto.tables.clusters import CLUSTERS
from carto.verdict.parameters import Clusters
from tests.carto.statistics.bundled import csv_columns, example, neighbours

FEW = Clusters(knn=8, permutations=199, alpha=0.05)


def communes(size: int = 120, departement: str = "29", **columns: Any) -> pd.DataFrame:
    """Lay communes 1 km apart on a line, whose values rise along it."""
    along = np.arange(size, dtype=float)
    table = {
        "code_insee": [f"{departement[:2]}{number:03d}" for number in range(size)],
        "departement": departement,
        "x_m": along * 1000,
        "y_m": 0.0,
        "is_published": True,
        "need": along,
        "accessibility": along[::-1],
        "score": 5.0,
    }
    return pd.DataFrame({**table, **columns})


def found(table: pd.DataFrame, indicator: str = "need") -> pd.DataFrame:
    """Find the clusters of one indicator, by commune."""
    rows = find_clusters(table, FEW, seed=1)
    return rows[rows["indicator"] == indicator].set_index("code_insee")


@pytest.mark.filterwarnings("ignore:The alternative hypothesis:DeprecationWarning")
def test_the_cut_off_of_the_false_discovery_rate() -> None:
    rates = [float(rate) for rate in csv_columns(example("stl", "stl_hom.csv"))["HR8893"]]
    weights = neighbours(example("stl", "stl.gal"))
    moran = Moran_Local(np.array(rates), weights, permutations=999, seed=10)
    assert fdr(moran.p_sim, 0.1) == pytest.approx(0.002564102564102564)
    assert fdr(np.full(78, 0.9), 0.05) == pytest.approx(0.000641025641025641)
    for alpha in (0.01, 0.05, 0.1, 0.3):
        ours = false_discovery_control(moran.p_sim) <= alpha
        assert ours.tolist() == (moran.p_sim < fdr(moran.p_sim, alpha)).tolist()
        assert ours.tolist() == multipletests(moran.p_sim, alpha, "fdr_bh")[0].tolist()


def test_ends_of_a_slope_are_a_concentration_and_a_trough() -> None:
    need, accessibility = found(communes()), found(communes(), "accessibility")
    assert need["label"].iloc[[0, 60, -1]].tolist() == [
        "creux",
        "non_significatif",
        "concentration",
    ]
    assert accessibility["label"].iloc[[0, -1]].tolist() == ["concentration", "creux"]
    assert accessibility["meaning"].iloc[0] == "offre accessible large, comme les communes voisines"
    assert need["meaning"].iloc[60] == "rien de plus que le hasard"
    assert (need["is_significant"] == (need["p_adjusted"] <= 0.05)).all()
    assert (need["p_adjusted"] >= need["p_value"]).all()


def test_one_unlike_its_neighbours_is_atypical() -> None:
    need = np.arange(120.0)
    need[3] = 119.0
    row = found(communes(need=need)).loc["29003"]
    assert (row["label"], row["quadrant"]) == ("atypique", "HL")
    assert row["meaning"] == "besoin fort, contrairement aux communes voisines"
    assert row["local_i"] < 0


def test_the_table_meets_its_contract_and_holds_every_published_commune() -> None:
    table = communes(
        need=[None, *range(119)],
        is_published=[False, *[True] * 119],
    )
    rows = find_clusters(table, FEW, seed=1)
    assert check(rows, CLUSTERS) == []
    assert len(rows) == 3 * 119
    assert rows["code_insee"].is_monotonic_increasing


def test_values_all_alike_have_no_cluster() -> None:
    score = found(communes(), "score")
    assert score["label"].isna().all()
    assert score["p_value"].isna().all()
    assert not score["is_significant"].any()


def test_unknown_values_are_left_out_before_neighbours_are_found() -> None:
    need = np.arange(120.0)
    need[10:20] = np.nan
    table = communes(need=need)
    rows, without = found(table), found(table[table["need"].notna()])
    assert rows["label"].isna().sum() == 10
    known = rows.dropna(subset="label")
    assert known["local_i"].tolist() == without["local_i"].tolist()
    assert known["p_value"].tolist() == without["p_value"].tolist()


def test_the_buffer_counts_and_is_not_published() -> None:
    inside = np.arange(120) >= 60
    clipped = found(communes(is_published=inside))
    assert clipped.index[0] == "29060"
    pd.testing.assert_frame_equal(clipped, found(communes()).loc["29060":])
    cut = found(communes().iloc[60:])
    assert (cut["label"] != clipped["label"]).any()


def test_areas_overseas_are_compared_apart() -> None:
    # The same coordinates in metres, in two projections, are two places.
    both = pd.concat([communes(), communes(60, "974", need=np.arange(60.0) + 1000)])
    rows = found(both.reset_index(drop=True))
    alone = found(communes(60, "974", need=np.arange(60.0) + 1000))
    reunion = rows[rows.index.str.startswith("97")]
    assert reunion["local_i"].tolist() == alone["local_i"].tolist()
    assert reunion["p_value"].tolist() == alone["p_value"].tolist()
    assert (rows["label"] == "creux").iloc[0]


def test_the_seed_decides_the_draws() -> None:
    once = find_clusters(communes(), FEW, seed=1)
    again = find_clusters(communes(), FEW, seed=1)
    pd.testing.assert_frame_equal(once, again)
    with pytest.raises(AssertionError):
        pd.testing.assert_frame_equal(once, find_clusters(communes(), FEW, seed=2))


@pytest.mark.parametrize("size", [1, 2, 5])
def test_a_few_communes_prove_nothing(size: int) -> None:
    rows = find_clusters(communes(size), FEW, seed=1)
    assert check(rows, CLUSTERS) == []
    assert not rows["is_significant"].any()
