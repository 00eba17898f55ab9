"""The header Host: answered under the names of the service, refused under any other."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.operation.host_names import name_of, refuse_other_hosts
from webapp.problems import register_problems


def statuses(allowed: Iterable[str] | None, hosts: Iterable[str], path: str = "/page") -> list[int]:
    """Ask one application under several names."""
    app = Flask("hosts")
    app.add_url_rule("/page", view_func=lambda: "page")
    app.add_url_rule("/ready", endpoint="ready", view_func=lambda: "ready")
    refuse_other_hosts(app, None if allowed is None else frozenset(allowed))
    register_problems(app)
    ask = app.test_client().get
    headers = {"Accept": "application/json"}
    return [
        ask(path, headers=headers, environ_overrides={"HTTP_HOST": host}).status_code
        for host in hosts
    ]


def test_a_known_name_is_answered_with_any_port_or_case():
    hosts = ("carte.exemple.fr", "CARTE.exemple.fr:8443", "carte.exemple.fr.")
    assert statuses(["carte.exemple.fr"], hosts) == [200, 200, 200]


def test_another_name_is_refused():
    hosts = ("evil.fr", "carte.exemple.fr.evil.fr", "xcarte.exemple.fr", "carte.exemple.fr@evil.fr")
    assert statuses(["carte.exemple.fr"], hosts) == [400] * 4


@pytest.mark.parametrize("host", ["a/b", "a b", '"><script>', "a:b:c", "[::1", "é.fr", "x" * 300])
def test_what_is_no_name_is_refused_even_when_every_name_is_accepted(host: str):
    assert name_of(host) is None
    assert statuses(None, [host]) == [400]


def test_every_name_may_be_accepted():
    assert statuses(None, ["anything.fr", "10.0.0.1:80", "[2001:db8::1]"]) == [200] * 3


def test_whoever_watches_the_service_asks_by_address():
    assert statuses(["carte.exemple.fr"], ["10.0.0.7:8000"], "/ready") == [200]


@pytest.mark.parametrize("host", ["a b", '"><script>', "[::1", "é.fr", "x" * 64, "x" * 300, "a..b"])
def test_people_are_refused_in_a_page_under_what_is_no_name(client: FlaskClient, host: str):
    for path in ("/departement/29", "/ogc", "/absente"):
        asked = {"environ_overrides": {"HTTP_HOST": host}, "headers": {"Accept": "text/html"}}
        answer = client.get(path, **asked)
        assert (answer.status_code, answer.mimetype) == (400, "text/html"), path
        assert host not in answer.text
