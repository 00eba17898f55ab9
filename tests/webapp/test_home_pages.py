"""Tests of `webapp.home_pages`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask


def test_before_the_first_build_a_page_says_what_to_run(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    response = app_on(tmp_path).test_client().get("/")
    assert response.status_code == 503
    assert "carto build --demo" in response.get_data(as_text=True)
