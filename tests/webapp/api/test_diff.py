"""Tests of `webapp.api.diff`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from geodata.evolutions import store_evolution
from geodata.storage.data_dir import DataDir
from tests.webapp.sample_evolution import BEFORE, EARLIER, evolution


@pytest.fixture
def compared(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
) -> FlaskClient:
    """Return a client where two comparisons lead to the snapshot served."""
    data_dir = DataDir(own_snapshot_dir)
    store_evolution(data_dir, evolution(snapshot_id))
    store_evolution(data_dir, evolution(snapshot_id, EARLIER, "2026-01-01T00:00:00+00:00"))
    return app_on(own_snapshot_dir).test_client()


def test_the_latest_comparison_is_the_default(compared: FlaskClient, snapshot_id: str) -> None:
    assert compared.get("/api/v1/diff").get_json() == evolution(snapshot_id)


def test_a_comparison_is_asked_by_its_ends(compared: FlaskClient, snapshot_id: str) -> None:
    for query in (f"avant={EARLIER}", f"avant={EARLIER}&apres={snapshot_id}"):
        answer = compared.get(f"/api/v1/diff?{query}").get_json()
        assert answer["before"]["snapshot"] == EARLIER


def test_an_unchanged_comparison_is_not_sent_again(compared: FlaskClient) -> None:
    first = compared.get("/api/v1/diff")
    again = compared.get("/api/v1/diff", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert first.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "query", [f"?avant={'c' * 16}", "?avant=..%2F..%2Flatest", f"?apres={BEFORE}"]
)
def test_what_is_not_kept_is_a_problem(compared: FlaskClient, query: str) -> None:
    answer = compared.get(f"/api/v1/diff{query}")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


def test_without_comparison_the_problem_says_when_there_is_one(client: FlaskClient) -> None:
    answer = client.get("/api/v1/diff")
    assert answer.status_code == 404
    assert "gardée à chaque construction" in answer.get_json()["detail"]


def test_an_unknown_parameter_is_refused(client: FlaskClient) -> None:
    assert client.get("/api/v1/diff?depuis=x").status_code == 400
