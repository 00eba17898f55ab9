"""A failure nobody foresaw is found in the log by the name that its visitor was given."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from webapp import create_app
from webapp.settings import WebSettings


def test_a_failure_is_said_and_written_under_one_name(
    snapshot_dir: Path,
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    app = create_app(WebSettings(snapshot_dir, static_dir))

    def failing() -> str:
        raise ZeroDivisionError("secret")

    monkeypatch.setitem(app.view_functions, "health.ready", failing)
    with caplog.at_level(logging.ERROR):
        answer = app.test_client().get("/ready", headers={"X-Request-Id": "0f8a4b7c11ee"})
    assert answer.status_code == 500
    assert "0f8a4b7c11ee" in answer.get_json(force=True)["detail"]
    assert "secret" not in answer.text
    (record,) = caplog.records
    assert record.getMessage() == "0f8a4b7c11ee GET /ready"


def test_an_address_forges_no_line_of_the_log(
    snapshot_dir: Path,
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    app = create_app(WebSettings(snapshot_dir, static_dir))

    def failing(**_: str) -> str:
        raise ZeroDivisionError

    for endpoint in app.view_functions:
        monkeypatch.setitem(app.view_functions, endpoint, failing)
    with caplog.at_level(logging.ERROR):
        app.test_client().get("/commune/29001%0AERROR forged")
    (record,) = caplog.records
    assert record.getMessage().isprintable()
