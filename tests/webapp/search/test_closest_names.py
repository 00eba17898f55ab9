"""What a visitor may have looked for at an address that leads nowhere."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.search.sample_names import EVERYTHING
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
def test_names_of_the_last_part(path: str, names: list[str]) -> None:
    assert [place.nom for place in closest_names(path, EVERYTHING)] == names


def test_a_misspelt_territory_is_recognised() -> None:
    assert "Quimper" in [place.nom for place in closest_names("/commune/qimper", EVERYTHING)]


def test_the_page_of_the_error_offers_them(client: FlaskClient) -> None:
    page = client.get("/commune/brest").text
    assert "Vous cherchiez peut-être" in page
    assert '<a href="/commune/29019">Brest</a>' in page
