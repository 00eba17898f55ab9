"""Builds of the demonstration with a table of times, squares of people, or a routing service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from carto import flags
from geodata.routing.questions import RoutingError
from geodata.routing.settings import RoutingSettings
from geodata.settings import BuildSettings
from geodata.source_settings import SourceSettings
from tests.demo import Built, build_in, demo_settings, without
from tests.geodata.routing.router import Router, routing

OUESSANT, BREST, LANDERNEAU = "29155", "29019", "29103"


@pytest.fixture
def router() -> Iterator[Router]:
    with routing() as serving:
        yield serving


def light(folder: Path, *more: tuple[str, str]) -> BuildSettings:
    """Make the demonstration without what times do not need, and other sources from their texts."""
    settings = without(demo_settings(), "fibre", "filosofi")
    added = []
    for source, text in more:
        path = folder / f"{source}.csv"
        path.write_text(text, "utf-8")
        added.append(SourceSettings(source, path, None, "2026", "2026-05-01", 2026))
    return replace(settings, sources=(*settings.sources, *added))


def flagged(built: Built, flag: str) -> set[str]:
    return {code for code, row in built.by_code().items() if flag in row["flags"].split("|")}


def test_without_anything_the_share_of_people_is_not_known(tmp_path: Path) -> None:
    built = build_in(tmp_path / "d", light(tmp_path))
    assert built.snapshot.facts["method"]["travel_model"]["kind"] == "crow_fly"
    brest = built.by_code()[BREST]
    assert brest["population_beyond_time_share"] is None
    reasons = json.loads(brest["reasons"])
    assert reasons["population_beyond_time_share"] == flags.SOURCE_ABSENTE


def test_a_table_replaces_the_estimate_and_says_where_it_does_not(tmp_path: Path) -> None:
    text = f"code_insee;destination;minutes\n{OUESSANT};{BREST};95\n{BREST};{BREST};6\n"
    text += f"{LANDERNEAU};{BREST};\n"
    built = build_in(tmp_path / "d", light(tmp_path, ("temps_trajet", text)))
    assert built.snapshot.facts["method"]["travel_model"] == {
        "kind": "matrix",
        "date": "2026-05-01",
        "squares": None,
    }
    communes = built.by_code()
    assert communes[BREST]["nearest_site_min"] >= 6
    estimated = flagged(built, flags.TEMPS_ESTIME)
    assert "29232" in estimated
    reasons = json.loads(communes[BREST]["reasons"])
    assert reasons["population_beyond_time_share"] == flags.TEMPS_PAR_COMMUNE


def test_squares_give_the_share_of_people_and_flag_communes_without_any(tmp_path: Path) -> None:
    square = "CRS3035RES200mN2870000E3180000"
    text = f"idcar_200m,lcog_geo,ind\n{square},{BREST},100\n"
    built = build_in(tmp_path / "d", light(tmp_path, ("carreaux", text)))
    communes = built.by_code()
    assert 0 <= communes[BREST]["population_beyond_time_share"] <= 1
    alone = flagged(built, flags.POINT_UNIQUE)
    assert BREST not in alone
    assert LANDERNEAU in alone
    assert built.snapshot.facts["method"]["travel_model"]["squares"] == "2026-05-01"


def test_a_service_is_asked_once(tmp_path: Path, router: Router) -> None:
    asked = RoutingSettings("osrm", router.url, "2026-06-01", radius_km=25, nearest=2)
    settings = replace(light(tmp_path), routing=asked)
    first = build_in(tmp_path / "d", settings)
    assert first.snapshot.facts["method"]["travel_model"]["kind"] == "osrm"
    questions = len(router.asked)
    assert questions >= len(first.by_code())
    assert build_in(tmp_path / "d", settings).report.up_to_date
    again = build_in(tmp_path / "d", replace(settings, title="Autre"))
    assert len(router.asked) == questions
    assert again.by_code() == first.by_code()
    # The road of this service is the equator: Finistère is off it, and nothing is in reach.
    assert flagged(first, flags.SANS_TRAJET) | flagged(first, flags.ILE_SANS_LIEU) == set(
        first.by_code()
    )
    assert all(row["nearest_site_min"] is None for row in first.by_code().values())


def test_a_service_that_fails_leaves_the_served_snapshot(tmp_path: Path, router: Router) -> None:
    served = build_in(tmp_path / "d", light(tmp_path))
    router.faults = [(500, b"")] * 99
    asked = RoutingSettings("valhalla", router.url, "2026-06-01")
    failing = replace(light(tmp_path), routing=asked)
    with pytest.raises(RoutingError, match="Valhalla"):
        build_in(tmp_path / "d", failing)
    assert build_in(tmp_path / "d", light(tmp_path)).report.snapshot_id == served.report.snapshot_id
