"""How the service runs: defaults by exposure, everything refused or told at start."""

from __future__ import annotations

import pytest

from geodata.errors import SettingsError
from webapp.operation.run_settings import VARIABLES, run_settings

EXPOSED = {"CARTO_HOST": "0.0.0.0"}  # noqa: S104


def test_alone_on_this_machine_nothing_is_limited_and_only_its_names_answer():
    settings = run_settings({})
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)
    assert settings.operation.rate_limit == 0
    assert settings.operation.allowed_hosts == {"localhost", "127.0.0.1", "::1"}
    assert settings.warnings == ()


def test_once_exposed_questions_are_limited():
    assert run_settings(EXPOSED).operation.rate_limit == 30
    behind = {"CARTO_TRUSTED_PROXIES": "127.0.0.1"}
    assert run_settings(behind).operation.rate_limit == 30
    assert run_settings({**behind, "CARTO_RATE_LIMIT": "0"}).operation.rate_limit == 0


def test_an_exposed_service_without_a_name_is_told_how_to_give_it_one():
    (warning,) = run_settings(EXPOSED).warnings
    assert "CARTO_ALLOWED_HOSTS" in warning
    assert run_settings(EXPOSED, "carte.exemple.fr").warnings == ()
    assert run_settings({**EXPOSED, "CARTO_ALLOWED_HOSTS": "*"}).warnings == ()


def test_the_names_are_those_asked_for_and_those_of_the_site():
    asked = {"CARTO_HOST": "192.0.2.7", "CARTO_ALLOWED_HOSTS": "a.fr, B.fr"}
    allowed = run_settings(asked, "carte.exemple.fr").operation.allowed_hosts
    assert allowed is not None
    assert {"a.fr", "b.fr", "192.0.2.7", "carte.exemple.fr", "localhost"} <= allowed
    assert run_settings({"CARTO_ALLOWED_HOSTS": "*"}).operation.allowed_hosts is None


def test_a_misspelt_variable_is_told_with_the_one_it_may_be():
    (warning,) = run_settings({"CARTO_WORKER": "4"}).warnings
    assert "CARTO_WORKER n'est pas connue" in warning
    assert "CARTO_WORKERS" in warning


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CARTO_PORT", "http"),
        ("CARTO_WORKERS", "0"),
        ("CARTO_THREADS", "1"),
        ("CARTO_RATE_LIMIT", "-3"),
        ("CARTO_ACCESS_LOG", "xml"),
        ("CARTO_LOG_CLIENTS", "tout"),
        ("CARTO_METRICS", "9100"),
        ("CARTO_TRUSTED_PROXIES", "nginx"),
        ("CARTO_ALLOWED_HOSTS", "https://a.fr"),
        ("CARTO_STOP_DELAY", "1h"),
    ],
)
def test_a_value_that_cannot_serve_stops_the_start(name: str, value: str):
    assert name in VARIABLES
    with pytest.raises(SettingsError, match=name):
        run_settings({name: value})
