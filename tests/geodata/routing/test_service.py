"""Routing services: times in their protocol, kept answers, and one French line for each fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from carto.contracts import require
from carto.tables.travel_inputs import TEMPS_TRAJET
from geodata.fetching.limits import FetchLimits
from geodata.routing.questions import RoutingError
from geodata.routing.service import RoutingService, limits_of
from geodata.routing.settings import RoutingSettings
from geodata.storage.stage_cache import StageCache
from tests.geodata.routing.router import KM_PER_DEGREE, Router, routing

QUICK = FetchLimits(seconds=5, step_seconds=1, pause_seconds=0.01)
SERVICES = pytest.mark.parametrize("service", ["osrm", "valhalla"])


@pytest.fixture
def router() -> Iterator[Router]:
    with routing() as serving:
        yield serving


def table(*km: float, latitude: float = 0.0) -> pd.DataFrame:
    """Communes or places along the equator, from their km."""
    return pd.DataFrame(
        {
            "id": [f"lieu-{row}" for row in range(len(km))],
            "code_insee": [f"2900{row}" for row in range(len(km))],
            "departement": "29",
            "longitude": [at / KM_PER_DEGREE for at in km],
            "latitude": latitude,
            "x_m": [1000.0 * at for at in km],
            "y_m": 0.0,
        }
    )


def service_at(
    router: Router, folder: Path, service: str, said: list[str] | None = None
) -> RoutingService:
    settings = RoutingSettings(service, router.url, "2026-06-01", radius_km=10, nearest=2)
    report = (said if said is not None else []).append
    return RoutingService(settings, limits_of(settings, QUICK), StageCache(folder, ""), report)


@SERVICES
def test_the_times_of_the_service_meet_the_contract(
    router: Router, tmp_path: Path, service: str
) -> None:
    said: list[str] = []
    communes, places = table(0, 30), table(6, 9, 60)
    found = service_at(router, tmp_path, service, said).times(communes, places)
    require(found, TEMPS_TRAJET)
    pairs = list(zip(found["code_insee"], found["destination"], strict=True))
    assert pairs == [
        ("29000", "lieu-0"),
        ("29000", "lieu-1"),
        ("29001", "lieu-0"),
        ("29001", "lieu-1"),
        ("29000", "lieu-2"),
    ]
    assert found["minutes"].tolist()[:4] == pytest.approx([6, 9, 24, 21], abs=0.01)
    assert found["km"].tolist()[:4] == pytest.approx([6, 9, 24, 21], abs=0.01)
    assert found["minutes"].isna().tolist() == [False, False, False, False, True]
    assert said == [f"temps de trajet demandés à {service} : 4\u00a0trajets"]


@SERVICES
def test_no_way_is_a_row_without_minutes(router: Router, tmp_path: Path, service: str) -> None:
    island = table(0, latitude=48.0)
    found = service_at(router, tmp_path, service).times(island, table(1, 2))
    assert found["minutes"].isna().tolist() == [True, True]
    assert found["km"].isna().all()


@SERVICES
def test_a_second_build_asks_nothing_and_finds_the_same(
    router: Router, tmp_path: Path, service: str
) -> None:
    first = service_at(router, tmp_path, service).times(table(0, 30), table(6, 9, 60))
    asked = len(router.asked)
    again = service_at(router, tmp_path, service).times(table(0, 30), table(6, 9, 60))
    assert len(router.asked) == asked
    assert again.equals(first)
    service_at(router, tmp_path, service).times(table(0, 30, 90), table(6, 9, 60))
    assert len(router.asked) == asked + 1
    newer = service_at(router, tmp_path, service)
    replace(newer, settings=replace(newer.settings, date="2027-01-01")).times(table(0), table(6))
    assert len(router.asked) == asked + 2


@SERVICES
def test_many_places_are_asked_for_in_several_questions(
    router: Router, tmp_path: Path, service: str
) -> None:
    places = table(*(row / 100 for row in range(230)))
    found = service_at(router, tmp_path, service).times(table(0), places)
    assert found["minutes"].tolist() == pytest.approx(places["x_m"] / 1000, abs=0.01)
    assert len(router.asked) == {"osrm": 3, "valhalla": 5}[service]
    assert router.pairs == 230


@SERVICES
def test_a_fault_that_passes_is_overcome(router: Router, tmp_path: Path, service: str) -> None:
    router.faults = [(503, b""), (429, b"{}")]
    assert len(service_at(router, tmp_path, service).times(table(0), table(6))) == 1
    assert len(router.asked) == 3


MALFORMED = {
    "osrm": (b"<html>", b'{"code":"InvalidQuery"}', b'{"code":"Ok","durations":[[1e9]]}'),
    "valhalla": (
        b"",
        b'{"error":"No suitable edges near location"}',
        b'{"sources_to_targets":[[{"to_index":0,"time":NaN,"distance":1}]]}',
    ),
}


@pytest.mark.parametrize(
    ("service", "body"), [(name, body) for name, bodies in MALFORMED.items() for body in bodies]
)
def test_a_malformed_answer_is_one_french_line_and_is_not_kept(
    router: Router, tmp_path: Path, service: str, body: bytes
) -> None:
    router.faults = [(200, body)]
    client = service_at(router, tmp_path, service)
    with pytest.raises(RoutingError, match=r"Service de routage .*\[travel\]") as refused:
        client.times(table(0), table(6))
    assert "\n" not in str(refused.value)
    assert client.times(table(0), table(6))["minutes"].tolist() == pytest.approx([6], abs=0.01)


@SERVICES
def test_a_pair_that_is_refused_has_no_way_and_is_counted(
    router: Router, tmp_path: Path, service: str
) -> None:
    router.far_beyond = 1.0
    said: list[str] = []
    places = table(1, 2, 3, 4, 5).assign(latitude=[0.0, 0.0, 5.0, 0.0, 0.0])
    found = service_at(router, tmp_path, service, said).times(table(0), places)
    assert found["minutes"].isna().tolist() == [False, False, True, False, False]
    assert said[-1] == "attention : trajets refusés par le service, comptés comme impossibles : 1"
    asked = len(router.asked)
    again = service_at(router, tmp_path, service).times(table(0), places)
    assert again.equals(found)
    assert len(router.asked) == asked


def test_a_service_that_refuses_everything_is_left_and_not_believed(
    router: Router, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodata.routing.questions.PATIENCE", 3)
    router.faults = [(400, b'{"code":"InvalidOptions"}')] * 3
    with pytest.raises(RoutingError, match="400"):
        service_at(router, tmp_path, "osrm").times(table(0), table(1, 2, 3, 4))
    found = service_at(router, tmp_path, "osrm").times(table(0), table(1, 2, 3, 4))
    assert found["minutes"].notna().all()


def test_a_slow_server_is_left(router: Router, tmp_path: Path) -> None:
    router.is_slow = True
    client = service_at(router, tmp_path, "osrm")
    hurried = replace(client, limits=replace(client.limits, seconds=0.3, tries=1))
    with pytest.raises(RoutingError):
        hurried.times(table(0), table(6))


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with routing() as gone:
        client = service_at(gone, tmp_path, "valhalla")
    with pytest.raises(RoutingError, match="injoignable"):
        replace(client, limits=replace(client.limits, tries=1)).times(table(0), table(6))


def test_a_private_host_is_asked_only_when_it_is_this_machine_or_allowed(
    router: Router, tmp_path: Path
) -> None:
    client = service_at(router, tmp_path, "osrm")
    with pytest.raises(RoutingError, match="allow_hosts"):
        replace(client, limits=QUICK).times(table(0), table(6))
    assert router.asked == []
    elsewhere = replace(client.settings, url="http://10.0.0.7:5000")
    assert limits_of(elsewhere, QUICK) == QUICK


def test_progress_is_said(router: Router, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geodata.routing.service.REPORTED_EVERY", 2)
    said: list[str] = []
    service_at(router, tmp_path, "osrm", said).times(table(0, 3, 6), table(1))
    assert said[1:] == ["temps de trajet : 2 communes sur 3"]
