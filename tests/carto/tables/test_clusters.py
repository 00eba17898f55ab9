"""Clusters name a commune and one of its columns, and all that is missing is missing at once."""

from __future__ import annotations

from carto.tables.clusters import CLUSTERS
from carto.tables.communes import COMMUNES
from carto.vocabulary import CLUSTER_WORDS, CLUSTERED


def test_a_row_is_a_commune_and_one_of_its_indicators() -> None:
    assert CLUSTERS.key == (*COMMUNES.key, "indicator")
    assert CLUSTERS.column("indicator").choices == tuple(CLUSTERED)
    assert set(CLUSTERED) <= set(COMMUNES.names)


def test_labels_have_words() -> None:
    assert CLUSTERS.column("label").choices == tuple(CLUSTER_WORDS)


def test_all_that_may_be_missing_is_missing_for_one_reason() -> None:
    rules = {column.null_rule for column in CLUSTERS.columns if column.nullable}
    assert len(rules) == 1


def test_it_says_that_it_is_no_cause() -> None:
    assert CLUSTERS.description.endswith("Décrit un regroupement, pas une cause.")
