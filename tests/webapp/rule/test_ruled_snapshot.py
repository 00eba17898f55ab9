"""A rule gives what a build with its values would: every commune, every territory, every word."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.demo import Built, build_in, demo_settings
from tests.webapp.ruled_rows import (
    differing_communes,
    differing_territories,
    sentence_without_draws,
)
from webapp.rule.rule import Rule
from webapp.rule.ruled_snapshot import RuledSnapshot, judged_again, rule_in, rule_of
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot, load
from webapp.snapshots.published_method import judging_parameters, sentence_wording

UNCHANGED = Rule(20.0, 0.5, 7.0, 95.0, 2, (1, 1, 1))
CHANGED = Rule(15.0, 0.75, 6.5, 90.0, 3, (4, 3, 3))


@pytest.fixture(scope="module")
def published(built_demo: Built) -> LoadedSnapshot:
    """Load the demonstration."""
    return load(built_demo.snapshot)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> LoadedSnapshot:
    """Build the demonstration with the changed rule written in its settings."""
    overrides = {
        **{"alerts.time_min": 15, "alerts.apl_ratio": 0.75, "alerts.need": 6.5},
        **{"alerts.fibre_pct": 90, "alerts.copper_class": 3, "composite.weights": [4, 3, 3]},
    }
    settings = replace(demo_settings(), parameter_overrides=overrides)
    return load(build_in(tmp_path_factory.mktemp("rebuilt"), settings).snapshot)


@pytest.fixture(scope="module")
def ruled(published: LoadedSnapshot) -> RuledSnapshot:
    """Judge the demonstration by the changed rule."""
    return judged_again(published, CHANGED)


def test_the_published_rule_gives_the_published_communes(published: LoadedSnapshot) -> None:
    again = judged_again(published, UNCHANGED)
    assert differing_communes(again, published) == []
    assert differing_territories(again, published) == []
    wording = sentence_wording(published.facts, judging_parameters(published.facts).alerts)
    for code, row in published.communes.items():
        assert again.communes[code]["sentence"] == sentence_without_draws(row, wording, UNCHANGED)


def test_a_rule_gives_the_communes_of_a_build_with_its_values(
    ruled: RuledSnapshot, rebuilt: LoadedSnapshot
) -> None:
    assert differing_communes(ruled, rebuilt) == []
    wording = sentence_wording(rebuilt.facts, judging_parameters(rebuilt.facts).alerts)
    for code, row in rebuilt.communes.items():
        assert ruled.communes[code]["sentence"] == sentence_without_draws(row, wording, CHANGED)


def test_a_rule_gives_the_territories_of_a_build_with_its_values(
    ruled: RuledSnapshot, rebuilt: LoadedSnapshot
) -> None:
    assert differing_territories(ruled, rebuilt) == []
    assert ruled.facts["method"]["parameters"] == rebuilt.facts["method"]["parameters"] | {
        "composite": ruled.facts["method"]["parameters"]["composite"]
    }


def test_the_two_rules_are_not_alike(published: LoadedSnapshot, ruled: RuledSnapshot) -> None:
    assert differing_communes(ruled, published)
    assert differing_territories(ruled, published)


def test_the_published_snapshot_is_left_as_it_was(built_demo: Built, ruled: RuledSnapshot) -> None:
    assert differing_communes(ruled.published, load(built_demo.snapshot)) == []
    assert ruled.published.facts["method"]["parameters"]["alerts"]["fibre_pct"] == 95.0


def test_members_and_territories_are_read_under_the_rule(ruled: RuledSnapshot) -> None:
    members = ruled.members(DEPARTEMENT, "29")
    row = ruled.territory(DEPARTEMENT, "29")
    assert (
        sum(member["is_underserved"] is True for member in members) == (row["communes_underserved"])
    )
    assert rule_of(ruled) == CHANGED
    assert rule_of(ruled.published).is_published


def test_what_needs_draws_is_blank_and_says_why(ruled: RuledSnapshot) -> None:
    row = ruled.communes["29001"]
    for name in ("robustness", "underserved_probability", "rank", "rank_low", "rank_high"):
        assert row[name] is None
        assert row["reasons"][name] == flags.REGLE_MODIFIEE
    assert row["flipping_inputs"] == row["flipping_thresholds"] == ""
    assert ruled.details("sensitivity") == []
    (detail,) = ruled.details("robustness", "29001")
    assert {value for name, value in detail.items() if name != "code_insee"} == {None}
    assert ruled.epci["200066868"]["communes_underserved_robuste"] is None


def test_weights_alone_leave_verdicts_and_their_solidity(published: LoadedSnapshot) -> None:
    weighed = judged_again(published, Rule(poids=(4, 3, 3)))
    for code, row in published.communes.items():
        judged = weighed.communes[code]
        assert judged["verdict"] == row["verdict"]
        assert judged["robustness"] == row["robustness"]
        assert judged["sentence"] == row["sentence"]
        assert judged["rank"] is None
    assert dict(weighed.epci) == dict(published.epci)
    (detail,) = weighed.details("robustness", "29001")
    assert detail["agreement"] is not None
    assert detail["rank_median"] is None


def test_thresholds_alone_leave_scores_and_ranks(published: LoadedSnapshot) -> None:
    moved = judged_again(published, Rule(fibre_min=90.0))
    for code, row in published.communes.items():
        judged = moved.communes[code]
        assert (judged["score"], judged["rank"]) == (row["score"], row["rank"])
    assert {row["indicator"] for row in moved.details("clusters", "29001")} == {
        row["indicator"] for row in published.details("clusters", "29001")
    }


def test_gaps_that_the_rule_moves_are_left_out(published: LoadedSnapshot) -> None:
    siren = "200066868"
    gaps = {row["indicator"] for row in judged_again(published, CHANGED).details(
        "twin_gaps", EPCI, siren
    )}  # fmt: skip
    before = {row["indicator"] for row in published.details("twin_gaps", EPCI, siren)}
    assert before - gaps == {"population_beyond_time_share"}


def test_values_equal_to_the_published_ones_are_no_rule(published: LoadedSnapshot) -> None:
    assert rule_in(published, UNCHANGED).is_published
    assert rule_in(published, Rule(fibre_min=95.0, cuivre=3)) == Rule(cuivre=3)


def test_the_facts_say_the_rule_and_what_it_replaced(ruled: RuledSnapshot) -> None:
    method = ruled.facts["method"]
    assert method["parameters"]["alerts"]["fibre_pct"] == 90.0
    assert method["replaced"]["alerts.fibre_pct"] == 95.0
    assert "fibre sous 90\u00a0% (au lieu de 95\u00a0%)" in method["ruling"]
    assert json.loads(json.dumps(ruled.facts["sources"])) == ruled.published.facts["sources"]


@given(lower=st.integers(0, 100), more=st.integers(0, 100))
def test_raising_the_threshold_of_fibre_removes_no_alert(
    sample: LoadedSnapshot, lower: int, more: int
) -> None:
    low, high = (
        judged_again(sample, Rule(fibre_min=float(value)))
        for value in (lower, min(lower + more, 100))
    )
    for code, row in low.communes.items():
        for column in ("alert_connectivite", "verdict_low", "verdict_high"):
            before, after = row[column], high.communes[code][column]
            assert before is None or (after is not None and after >= before)


@given(longer=st.integers(5, 60), more=st.integers(0, 55))
def test_a_longer_time_raises_no_alert_on_supply(
    sample: LoadedSnapshot, longer: int, more: int
) -> None:
    near, far = (
        judged_again(sample, Rule(temps_max=float(value)))
        for value in (longer, min(longer + more, 60))
    )
    for code, row in near.communes.items():
        if row["alert_offre"] is False:
            assert far.communes[code]["alert_offre"] is False


@pytest.fixture(scope="module")
def sample(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the small published sample."""
    return load(open_latest(DataDir(snapshot_dir))[0])
