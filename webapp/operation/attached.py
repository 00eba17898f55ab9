"""How an application runs, for the pages that say it."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app

from webapp.operation.run_settings import Operation

_EXTENSION = "carto_operation"


def attach_operation(app: Flask, operation: Operation) -> None:
    """Tell `app` how it runs."""
    app.extensions[_EXTENSION] = operation


def operation() -> Operation:
    """Return how the application of this request runs."""
    return cast(Operation, current_app.extensions[_EXTENSION])
