"""Errors: problem+json for programs, a French page for people, never a trace or a path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from carto.errors import CartoError

PROBLEM = "application/problem+json"
INSIDE = "/srv/secret/path"


@pytest.fixture
def broken_client(app_on: Callable[[Path], Flask], snapshot_dir: Path) -> FlaskClient:
    app = app_on(snapshot_dir)
    app.testing = False

    @app.get("/api/v1/panne")
    def fail() -> str:
        raise RuntimeError(INSIDE)

    @app.get("/panne")
    def fail_as_page() -> str:
        raise CartoError(INSIDE)

    return app.test_client()


def test_an_unknown_commune_is_a_problem_that_says_what_to_do(client: FlaskClient):
    response = client.get("/api/v1/communes/29999")
    assert (response.status_code, response.mimetype) == (404, PROBLEM)
    problem = response.get_json(force=True)
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == 404
    assert "29999" in problem["detail"]
    assert "vérifiez" in problem["detail"]


def test_an_unknown_parameter_is_named_with_the_known_ones(client: FlaskClient):
    response = client.get("/api/v1/communes?depatement=29")
    assert (response.status_code, response.mimetype) == (400, PROBLEM)
    problem = response.get_json(force=True)
    assert problem["parameter"] == "depatement"
    assert "epci, departement, classe, temps_max" in problem["detail"]


@pytest.mark.parametrize("path", ["/commune/29999", "/epci/000000000", "/nulle-part"])
def test_people_get_a_french_page(client: FlaskClient, path: str):
    response = client.get(path, headers={"Accept": "text/html"})
    assert (response.status_code, response.mimetype) == (404, "text/html")
    assert "Introuvable" in response.text
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    ["/departement/29/tableau.csv?zorglub=1", "/departement/99/lieux.gpkg", "/nulle-part.xlsx"],
)
def test_a_refused_file_is_told_to_a_program_unless_a_browser_asks(client: FlaskClient, path: str):
    for accept in ("*/*", "text/csv", "application/json", ""):
        response = client.get(path, headers={"Accept": accept})
        assert (response.status_code in {400, 404}, response.mimetype) == (True, PROBLEM), accept
    page = client.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.mimetype == "text/html"


def test_a_program_that_asks_for_json_gets_it_on_a_page_too(client: FlaskClient):
    response = client.get("/commune/29999", headers={"Accept": "application/json"})
    assert response.mimetype == PROBLEM


def test_other_methods_are_refused_and_the_allowed_ones_named(client: FlaskClient):
    response = client.post("/api/v1/communes")
    assert (response.status_code, response.mimetype) == (405, PROBLEM)
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize("path", ["/api/v1/panne", "/panne"])
def test_an_unexpected_error_shows_nothing_of_the_inside(broken_client: FlaskClient, path: str):
    response = broken_client.get(path)
    assert response.status_code == 500
    assert INSIDE not in response.text
    assert "Traceback" not in response.text
    assert "Réessayez" in response.text


@pytest.mark.parametrize("path", ["/", "/api/v1/snapshot", "/health", "/departement/29"])
def test_without_a_snapshot_every_address_says_which_command_to_run(
    app_on: Callable[[Path], Flask], tmp_path: Path, path: str
):
    response = app_on(tmp_path).test_client().get(path)
    assert response.status_code == 503
    assert "carto build --demo" in response.text
    assert response.headers["Retry-After"]


@pytest.mark.parametrize(
    ("query", "accepted", "answered"),
    [
        ("?f=html&bidule=1", "text/html,*/*;q=0.8", "text/html"),
        ("?bidule=1", "text/html,*/*;q=0.8", "text/html"),
        ("?f=json&bidule=1", "text/html,*/*;q=0.8", PROBLEM),
        ("?bidule=1", "*/*", PROBLEM),
        ("?f=html&bidule=1", "application/json", PROBLEM),
    ],
)
def test_a_standard_interface_tells_errors_to_people_in_a_page(
    client: FlaskClient, query: str, accepted: str, answered: str
) -> None:
    path = f"/ogc/collections/communes/items{query}"
    response = client.get(path, headers={"Accept": accepted})
    assert (response.status_code, response.mimetype) == (400, answered)
    assert "bidule" in response.text
