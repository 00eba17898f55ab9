"""Tests of `webapp.embedding.oembed_discovery`."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.embedding.oembed_discovery import (
    LONGEST_URL,
    Embeddable,
    discovery,
    discovery_of_request,
    embeddable,
)


@pytest.mark.parametrize(
    ("path", "territory"),
    [
        ("/departement/2A", Embeddable("departement", "2A")),
        ("/integrer/groupe/pays-de-brest", Embeddable("groupe", "pays-de-brest")),
        ("/france", Embeddable("france", None)),
        ("/departement/29/tableau", None),
        ("/departement/..", None),
        ("/integrer/departement/29/", None),
        ("/", None),
    ],
)
def test_a_path_names_a_territory_or_nothing(path: str, territory: Embeddable | None) -> None:
    assert embeddable(path) == territory


def test_an_address_is_complete_and_escaped(app: Flask) -> None:
    with app.test_request_context("/", base_url="https://carte.exemple.fr"):
        assert discovery("/france?ind=fibre&lieux=0") == (
            "https://carte.exemple.fr/oembed"
            "?url=https%3A%2F%2Fcarte.exemple.fr%2Ffrance%3Find%3Dfibre%26lieux%3D0&format=json"
        )


def test_a_page_without_a_map_or_a_host_has_none(app: Flask) -> None:
    with app.test_request_context("/methode"):
        assert discovery_of_request() is None
    with app.test_request_context("/departement/29", headers={"Host": "<x>"}):
        assert discovery_of_request() is None
    with app.test_request_context("/departement/29?ind=fibre"):
        assert "ind%3Dfibre" in str(discovery_of_request())


def test_a_page_that_is_not_there_offers_no_map(app: Flask) -> None:
    client = app.test_client()
    assert "json+oembed" in client.get("/departement/29").text
    for path in ("/departement/2B", "/commune/99999"):
        missing = client.get(path)
        assert missing.status_code == 404
        assert "oembed" not in missing.text


def test_an_address_too_long_to_be_described_is_not_said_again(app: Flask) -> None:
    with app.test_request_context(f"/departement/29?q={'a' * LONGEST_URL}"):
        assert discovery_of_request() is None
