"""Questions: put again in halves when refused, kept with the date of the roads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.routing.protocol import Point
from geodata.routing.questions import NO_WAY, Questions, RoutingError
from geodata.routing.service import limits_of
from geodata.routing.settings import RoutingSettings
from geodata.storage.stage_cache import StageCache
from tests.geodata.routing.router import Router, routing
from tests.geodata.routing.test_service import QUICK

HERE = Point(0.0, 0.0)


@pytest.fixture
def router() -> Iterator[Router]:
    with routing() as serving:
        yield serving


def questions_to(router: Router, folder: Path, date: str = "2026-06-01") -> Questions:
    settings = RoutingSettings("osrm", router.url, date)
    return Questions(settings, limits_of(settings, QUICK), StageCache(folder, ""))


def test_halves_lead_to_the_pair_that_is_refused(router: Router, tmp_path: Path) -> None:
    router.far_beyond = 1.0
    questions = questions_to(router, tmp_path)
    places = [Point(rank / 111, 9.0 if rank == 6 else 0.0) for rank in range(8)]
    found = questions.trips(HERE, places)
    assert [trip == NO_WAY for trip in found] == [rank == 6 for rank in range(8)]
    assert questions.refused == 1
    assert len(router.asked) == 7


def test_what_was_refused_is_kept_only_at_the_end(router: Router, tmp_path: Path) -> None:
    router.far_beyond = 1.0
    places = [HERE, Point(0.0, 9.0)]
    unfinished = questions_to(router, tmp_path)
    unfinished.trips(HERE, places)
    again = questions_to(router, tmp_path)
    again.trips(HERE, places)
    again.close()
    asked = len(router.asked)
    last = questions_to(router, tmp_path)
    assert last.trips(HERE, places)[1] == NO_WAY
    assert last.refused == 1
    assert len(router.asked) == asked


def test_other_roads_are_asked_again(router: Router, tmp_path: Path) -> None:
    for date in ("2026-06-01", "2027-06-01", "2027-06-01"):
        questions_to(router, tmp_path, date).trips(HERE, [Point(0.1, 0.0)])
    assert len(router.asked) == 2


def test_no_place_is_no_question(router: Router, tmp_path: Path) -> None:
    assert questions_to(router, tmp_path).trips(HERE, []) == []
    assert router.asked == []


def test_the_error_names_the_service_and_the_section(router: Router, tmp_path: Path) -> None:
    router.faults = [(404, b"")]
    with pytest.raises(RoutingError, match=r"OSRM .* 404\b.*\[travel\]"):
        questions_to(router, tmp_path).trips(HERE, [HERE])
