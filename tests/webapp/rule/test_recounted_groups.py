"""Groups under the rule of a reader: a composed one is counted again as an EPCI is."""

from __future__ import annotations

import pytest

from tests.demo import Built
from webapp.rule.rule import Rule
from webapp.rule.ruled_snapshot import RuledSnapshot, judged_again
from webapp.snapshots.loaded_snapshot import EPCI, GROUP, load

MOVED = ("communes_underserved", "communes_verdict_3", "population_underserved")


@pytest.fixture(scope="module")
def ruled(built_demo: Built) -> RuledSnapshot:
    """Judge the demonstration under other thresholds."""
    return judged_again(load(built_demo.snapshot), Rule(temps_max=8.0, fibre_min=99.0))


def test_the_group_of_the_communes_of_an_epci_is_counted_as_it_is(ruled: RuledSnapshot) -> None:
    moved = 0
    for siren, epci in ruled.epci.items():
        code = "-".join(row["code_insee"] for row in ruled.members(EPCI, siren))
        group = ruled.territory(GROUP, code)
        assert {name: group[name] for name in MOVED} == {name: epci[name] for name in MOVED}
        published = ruled.published.territory(GROUP, code)
        moved += group["communes_underserved"] != published["communes_underserved"]
        assert ruled.members(GROUP, code) == ruled.members(EPCI, siren)
    assert moved


def test_an_unknown_group_is_absent(ruled: RuledSnapshot) -> None:
    assert "29103-29999" not in ruled.level(GROUP)
    assert list(ruled.level(GROUP)) == []
