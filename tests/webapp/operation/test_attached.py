"""An application knows how it runs."""

from __future__ import annotations

from flask import Flask

from webapp.operation.attached import attach_operation, operation
from webapp.operation.run_settings import Operation


def test_how_an_application_runs_is_its_own():
    app = Flask("attached")
    attach_operation(app, Operation(rate_limit=7))
    with app.app_context():
        assert operation().rate_limit == 7
