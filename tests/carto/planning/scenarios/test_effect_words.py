"""What every scenario ignores is said, and what this one rests on."""

from __future__ import annotations

from dataclasses import replace

from carto.planning.scenarios.effect_words import limits
from carto.verdict.parameters import Catchment
from tests.carto.planning.small_ground import small_ground


def test_times_to_new_places_are_estimates_everywhere() -> None:
    said = limits(small_ground())
    assert "vol d'oiseau" in said[0].replace("\u2019", "'")
    assert not any("trajets" in sentence for sentence in said)


def test_listed_times_and_choices_are_said() -> None:
    ground = replace(small_ground(), has_listed_times=True, catchment=Catchment(method="3sfca"))
    said = limits(ground)
    assert "trajets" in said[0]
    assert any("choisissent" in sentence for sentence in said)
    assert len(said) == len(limits(small_ground())) + 1
