"""Tests of `geodata.references`."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from carto.reference import INDICATORS, LEVELS
from carto.verdict.parameters import METHOD_VERSION, Alerts
from carto.vocabulary import VERDICT_WORDS
from geodata.references import frozen_reference, reference_path, reference_text

REFERENCE = frozen_reference()


def test_the_file_is_what_its_reference_writes() -> None:
    assert reference_text(REFERENCE) == reference_path("2026").read_text("utf-8")


def test_it_was_calibrated_by_the_method_of_today() -> None:
    assert (REFERENCE.vintage, REFERENCE.method_version) == ("2026", METHOD_VERSION)


def test_the_declared_reference_of_france_services_alone_stays() -> None:
    alone = REFERENCE.supply(["france_services"])
    assert alone is not None
    assert alone.apl_ref == Alerts().apl_ref == 0.57


def test_quantiles_rise_and_are_those_of_people() -> None:
    for group in REFERENCE.quantiles:
        assert all(low <= high for low, high in pairwise(group.values)), group
        assert group.level in LEVELS
        assert group.indicator in INDICATORS
        assert 0 < group.communes <= 35_000
        assert 0 < group.people < 70_000_000


def test_every_group_is_there_once() -> None:
    keys = [(g.level, g.code, g.indicator, g.lists) for g in REFERENCE.quantiles]
    assert len(set(keys)) == len(keys)
    departements = {g.code for g in REFERENCE.quantiles if g.level == "departement"}
    assert len(departements) == 101


def test_shares_of_the_grid_sum_to_one() -> None:
    for row in REFERENCE.thresholds:
        assert len(row.communes) == len(row.people) == len(VERDICT_WORDS)
        assert sum(row.communes) == pytest.approx(1, abs=3e-4)
        assert sum(row.people) == pytest.approx(1, abs=3e-4)


def test_it_holds_aggregates_only() -> None:
    assert all(group.communes > 1 for group in REFERENCE.quantiles if group.code != "75")
    assert len(json.dumps(REFERENCE.to_json())) < 300_000


def test_an_unknown_vintage_is_not_invented() -> None:
    with pytest.raises(FileNotFoundError):
        frozen_reference("1999")
