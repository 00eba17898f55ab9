"""The clusters of a whole country: how long the local Moran of every indicator takes."""

from __future__ import annotations

import time
from pathlib import Path

from bench.accessibility import points_of, read_mainland
from carto.statistics.clusters import find_clusters
from carto.verdict.parameters import Parameters


def time_clusters(snapshot: Path) -> float:
    """Seconds that the clusters of all communes but overseas take, tables being read."""
    communes = read_mainland(snapshot / "communes.parquet")
    points = points_of(communes)
    communes = communes.assign(x_m=points.x, y_m=points.y, is_published=True)
    parameters = Parameters()
    started = time.perf_counter()
    find_clusters(communes, parameters.clusters, parameters.robustness.seed)
    return time.perf_counter() - started
