"""Tests of `geodata.calibration`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from carto.calibration import INDICATOR_DECIMALS
from carto.errors import CartoError
from carto.reference import Reference
from geodata.calibration import calibrate, supplies
from geodata.references import frozen_reference
from geodata.settings import Scope, load_settings
from geodata.storage.data_dir import DataDir
from tests.demo import demo_settings

ROOT = Path(__file__).resolve().parents[2]
ALL = ("aidants_connect", "conseillers_numeriques", "france_services", "lieux")


def nowhere(_: str) -> None:
    """Report to nobody."""


def test_each_set_of_lists_is_calibrated_once() -> None:
    assert supplies(ALL) == (("france_services",), ("france_services", "lieux"), ALL)
    assert supplies(("france_services",)) == (("france_services",),)
    assert supplies(("lieux",)) == (("lieux",),)


def test_without_a_list_of_places_there_is_nothing_to_calibrate(tmp_path: Path) -> None:
    demo = demo_settings()
    sources = tuple(source for source in demo.sources if source.id != "france_services")
    settings = replace(demo, scope=Scope("france"), sources=sources)
    with pytest.raises(CartoError, match="ajoutez une liste de lieux"):
        calibrate(settings, DataDir(tmp_path), nowhere, "2026")


@pytest.mark.france
@pytest.mark.usefixtures("france_data")
def test_the_committed_reference_is_that_of_the_real_files(tmp_path: Path) -> None:
    settings = load_settings(ROOT / "bench" / "france.toml")
    found = calibrate(settings, DataDir(tmp_path), nowhere, "2026")
    frozen = frozen_reference()
    assert unrounded(found) == unrounded(frozen)
    assert found.demand_mean == pytest.approx(frozen.demand_mean, abs=1e-6)
    for one, other in zip(found.supplies, frozen.supplies, strict=True):
        assert (one.lists, one.sites) == (other.lists, other.sites)
        assert one.apl_ref == pytest.approx(other.apl_ref, abs=0.0101)
    for group, other in zip(found.quantiles, frozen.quantiles, strict=True):
        last_digit = 10 ** -INDICATOR_DECIMALS[group.indicator]
        assert group.values == pytest.approx(other.values, abs=1.01 * last_digit)
    for row, other in zip(found.thresholds, frozen.thresholds, strict=True):
        assert row.people == pytest.approx(other.people, abs=2e-4)


def unrounded(reference: Reference) -> tuple[object, ...]:
    """Keep what no rounding touches."""
    groups = [(g.level, g.code, g.indicator, g.lists, g.people) for g in reference.quantiles]
    grid = [(t.lists, t.apl_ratio, t.need) for t in reference.thresholds]
    said = (reference.vintage, reference.method_version, reference.cog, reference.need_variant)
    return said, reference.demand_standard, reference.sources, groups, grid
