"""The section [travel]: absent, a service on this machine, and faults that name their key."""

from __future__ import annotations

import datetime

import pytest

from geodata.errors import SettingsError
from geodata.routing.settings import RoutingSettings, read_routing
from geodata.toml_section import Section

WRITTEN = {"service": "osrm", "url": "http://localhost:5000/", "date": "2026-06-01"}


def read(**changed: object) -> RoutingSettings | None:
    values = {key: value for key, value in (WRITTEN | changed).items() if value is not None}
    return read_routing(Section("carto.toml", "travel", values))


def test_nothing_is_asked_of_anybody_by_default() -> None:
    assert read_routing(Section("carto.toml", "travel", {})) is None


def test_a_service_of_this_machine() -> None:
    found = read(radius_km=30, date=datetime.date(2026, 6, 1))
    assert found == RoutingSettings("osrm", "http://localhost:5000", "2026-06-01", 30.0, 5)
    assert found.is_local


@pytest.mark.parametrize(
    ("url", "is_local"),
    [
        ("http://127.0.0.1:8002", True),
        ("http://[::1]:8002", True),
        ("https://routes.exemple.fr/osrm", False),
        ("http://localhost.exemple.fr", False),
        ("http://192.168.1.5:5000", False),
    ],
)
def test_which_machine_a_service_runs_on(url: str, is_local: bool) -> None:
    found = read(service="valhalla", url=url)
    assert found is not None
    assert found.is_local is is_local


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("service", None),
        ("service", "graphhopper"),
        ("url", None),
        ("url", "localhost:5000"),
        ("url", "ftp://exemple.fr"),
        ("url", "http://nom:secret@exemple.fr"),
        ("url", "http://exemple.fr?cle=1"),
        ("url", "http://[::1"),
        ("date", None),
        ("date", "juin 2026"),
        ("radius_km", 0),
        ("radius_km", "10"),
        ("nearest", True),
        ("nearest", 51),
        ("vitesse", 45),
    ],
)
def test_a_fault_names_its_key(key: str, value: object) -> None:
    with pytest.raises(SettingsError, match=rf"clé travel\.{key}\b") as refused:
        read(**{key: value})
    assert "\n" not in str(refused.value)
