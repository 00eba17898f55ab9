"""What a visitor may have looked for at an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.search.closest_names import closest_names


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/commune/brest", ["Brest", "Brest Métropole"]),
        ("/departement/finist%C3%A8re", ["Finistère"]),
        ("/commune/qimper/tableau", []),
        ("/ouessant", ["Ouessant"]),
        ("/qimper", []),
        ("/", []),
        ("/a", []),
        ("/commune/%FF%FE<script>", []),
    ],
)
def test_names_of_the_last_part(app: Flask, path: str, names: list[str]) -> None:
    with app.test_request_context(path):
        assert [place.nom for place in closest_names(path)] == names


def test_a_misspelt_territory_is_recognised(app: Flask) -> None:
    with app.test_request_context("/"):
        assert "Quimper" in [place.nom for place in closest_names("/commune/qimper")]


def test_without_data_there_is_none(app_on: Callable[[Path], Flask], tmp_path: Path) -> None:
    with app_on(tmp_path).test_request_context("/"):
        assert closest_names("/commune/brest") == []


def test_the_page_of_the_error_offers_them(client: FlaskClient) -> None:
    page = client.get("/commune/brest").text
    assert "Vous cherchiez peut-être" in page
    assert '<a href="/commune/29019">Brest</a>' in page
