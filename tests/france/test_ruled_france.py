"""The whole of France judged again: the same verdicts, in less than a second and few megabytes."""

from __future__ import annotations

import tracemalloc
from time import perf_counter

import pytest

from tests.demo import Built
from tests.webapp.ruled_rows import (
    differing_communes,
    differing_territories,
    sentence_without_draws,
)
from webapp.rule.rule import Rule
from webapp.rule.ruled_snapshot import judged_again
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load
from webapp.snapshots.published_method import judging_parameters, sentence_wording

pytestmark = pytest.mark.france

MOST_SECONDS = 2.0
MOST_BYTES = 20 * 2**20


@pytest.fixture(scope="module")
def published(built_france: Built) -> LoadedSnapshot:
    """Load the whole of France."""
    return load(built_france.snapshot)


def test_the_published_rule_gives_every_published_verdict(published: LoadedSnapshot) -> None:
    method = judging_parameters(published.facts)
    rule = Rule(fibre_min=method.alerts.fibre_pct)
    again = judged_again(published, rule)
    assert differing_communes(again, published) == []
    assert differing_territories(again, published) == []
    wording = sentence_wording(published.facts, method.alerts)
    for code, row in published.communes.items():
        assert again.communes[code]["sentence"] == sentence_without_draws(row, wording, rule)


def test_a_rule_costs_little(published: LoadedSnapshot) -> None:
    start = perf_counter()
    judged_again(published, Rule(fibre_min=90.0))
    assert perf_counter() - start < MOST_SECONDS
    tracemalloc.start()
    kept = judged_again(published, Rule(temps_max=15.0))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(kept.communes) == len(published.communes)
    assert held < MOST_BYTES
