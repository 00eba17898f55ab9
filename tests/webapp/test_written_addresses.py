"""Tests of `webapp.written_addresses`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.written_addresses import as_it_should_be


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/departement/29/", "/departement/29"),
        ("/departement/29/?ind=fibre", "/departement/29?ind=fibre"),
        ("/departement/2a", "/departement/2A"),
        ("/departement/1/tableau", "/departement/01/tableau"),
        ("/integrer/departement/2b", "/integrer/departement/2B"),
        ("/commune/2a004", "/commune/2A004"),
    ],
)
def test_an_address_almost_right_leads_to_the_page(
    client: FlaskClient, written: str, address: str
) -> None:
    answer = client.get(written)
    assert (answer.status_code, answer.headers["Location"]) == (301, address)


@pytest.mark.parametrize("path", ["//example.org/", "/\\example.org/", "/departement/29", "/"])
def test_no_address_leads_to_another_host(path: str) -> None:
    assert as_it_should_be(path) == path
