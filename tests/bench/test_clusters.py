"""The clusters of a published country can be timed."""

from __future__ import annotations

from bench.clusters import time_clusters
from tests.demo import Built


def test_clusters_are_measured_on_a_snapshot(built_demo: Built) -> None:
    assert time_clusters(built_demo.snapshot.folder) > 0
