"""Before is what is published, and after is what a build without those places publishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from carto import flags
from carto.planning.scenarios.effect import Effect
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from geodata.settings import BuildSettings
from geodata.source_settings import SourceSettings
from tests.demo import Built, build_in, demo_file, demo_settings, without
from webapp.planning.grounds import Grounds
from webapp.planning.scenario_effect import scenario_effect
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

FINISTERE = ("departement", "29")
BREST, OUESSANT, LANDERNEAU = "29019", "29155", "29103"
# The only place of Daoulas.
PLACE = "france_services:3039"


def effect_of(
    snapshot: LoadedSnapshot, scenario: Scenario, territory: tuple[str, str] = FINISTERE
) -> tuple[Effect, list[str]]:
    """Compute an effect on a fresh ground, and give the communes of that ground."""
    ground = Grounds().of(snapshot, *territory)
    return scenario_effect(snapshot, territory, ground, scenario, {}), ground.codes.tolist()


def published_figures(snapshot: LoadedSnapshot, effect: Effect) -> Mapping[str, object]:
    """Take the published value of every figure that is a column of a territory."""
    row = snapshot.territory(*FINISTERE)
    return {name: row[name] for name in effect.before.figures if name in row}


def light(folder: Path, source: str, text: str) -> BuildSettings:
    """Make the demonstration without what times do not need, and another source."""
    path = folder / f"{source}.csv"
    path.write_text(text, "utf-8")
    settings = without(demo_settings(), "fibre", "filosofi")
    added = SourceSettings(source, path, None, "2026", "2026-05-01", 2026)
    return replace(settings, sources=(*settings.sources, added))


@pytest.fixture(scope="module")
def demo(built_demo: Built) -> LoadedSnapshot:
    """Load the demonstration."""
    return load(built_demo.snapshot)


def test_nothing_changed_is_what_is_published(demo: LoadedSnapshot) -> None:
    effect, codes = effect_of(demo, Scenario())
    published = published_figures(demo, effect)
    assert len(published) > 15
    assert {name: effect.before.figures[name] for name in published} == published
    assert effect.after.figures == effect.before.figures
    assert not effect.gains.any()
    assert not effect.losses.any()
    assert effect.after.outcome["verdict"] == [demo.communes[code]["verdict"] for code in codes]


def test_so_it_is_for_every_epci(demo: LoadedSnapshot) -> None:
    grounds = Grounds()
    for siren, row in demo.epci.items():
        territory = ("epci", siren)
        ground = grounds.of(demo, *territory)
        figures = scenario_effect(demo, territory, ground, Scenario(), {}).after.figures
        known = {name: row[name] for name in figures if name in row}
        assert {name: figures[name] for name in known} == known, siren


@pytest.mark.parametrize("method", ["e2sfca", "3sfca"])
def test_a_place_taken_away_is_a_build_without_it(tmp_path: Path, method: str) -> None:
    settings = replace(demo_settings(), parameter_overrides={"catchment": {"method": method}})
    lines = demo_file("france_services").read_text("utf-8").splitlines(keepends=True)
    fewer = tmp_path / "fewer.csv"
    fewer.write_text("".join(line for line in lines if not line.startswith("3039,")), "utf-8")
    sources = tuple(
        replace(one, file=fewer) if one.id == "france_services" else one for one in settings.sources
    )
    with_it = load(build_in(tmp_path / "a", settings).snapshot)
    without_it = load(build_in(tmp_path / "b", replace(settings, sources=sources)).snapshot)
    assert PLACE in with_it.sites
    assert PLACE not in without_it.sites
    effect, codes = effect_of(with_it, Scenario(removals=(PLACE,)))
    rows = [without_it.communes[code] for code in codes]
    assert effect.after.outcome["verdict"] == [row["verdict"] for row in rows]
    for found, name in (
        (effect.after.evidence.minutes, "nearest_site_min"),
        (effect.after.evidence.lowest, "accessibility_low"),
        (effect.after.evidence.highest, "accessibility_high"),
    ):
        expected = np.array([row[name] for row in rows], dtype=float)
        np.testing.assert_allclose(found, np.where(np.isnan(expected), found, expected), atol=1e-9)
    assert effect.losses.any()
    expected_figures = published_figures(without_it, effect)
    assert {name: effect.after.figures[name] for name in expected_figures} == expected_figures


def test_listed_times_are_kept_and_new_ones_are_said_to_be_estimates(tmp_path: Path) -> None:
    text = f"code_insee;destination;minutes\n{OUESSANT};{BREST};95\n{BREST};{BREST};6\n"
    text += f"{LANDERNEAU};{BREST};31\n"
    built = build_in(tmp_path / "d", light(tmp_path, "temps_trajet", text))
    snapshot = load(built.snapshot)
    ground = Grounds().of(snapshot, *FINISTERE)
    nearest = np.array(
        [snapshot.communes[code]["nearest_site_min"] for code in ground.codes], float
    )
    np.testing.assert_allclose(
        ground.minutes.min(axis=1), np.where(np.isnan(nearest), np.inf, nearest), atol=0.006
    )
    nothing, _ = effect_of(snapshot, Scenario())
    assert nothing.flags == ()
    published = published_figures(snapshot, nothing)
    assert {name: nothing.after.figures[name] for name in published} == published
    added, _ = effect_of(snapshot, Scenario((Addition(Where(OUESSANT), 7.0),)))
    assert added.flags == (flags.TEMPS_ESTIME,)
    assert added.gains.any()


def test_people_counted_by_squares_are_counted_at_the_point_once_times_change(
    tmp_path: Path,
) -> None:
    text = f"idcar_200m,lcog_geo,ind\nCRS3035RES200mN2870000E3180000,{BREST},100\n"
    built = build_in(tmp_path / "d", light(tmp_path, "carreaux", text))
    snapshot = load(built.snapshot)
    nothing, _ = effect_of(snapshot, Scenario())
    published = published_figures(snapshot, nothing)
    assert {name: nothing.after.figures[name] for name in published} == published
    own = [place for place, site in snapshot.sites.items() if site["code_insee"] == BREST]
    closed, codes = effect_of(snapshot, Scenario(removals=tuple(sorted(own))))
    at = codes.index(BREST)
    assert closed.after.evidence.minutes[at] >= closed.before.evidence.minutes[at]
    assert closed.flags == (flags.POINT_UNIQUE,)
