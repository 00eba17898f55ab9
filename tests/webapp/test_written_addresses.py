"""Tests of `webapp.written_addresses`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.written_addresses import as_it_should_be, with_sorted_codes


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


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/groupe/29019-29001", "/groupe/29001-29019"),
        ("/groupe/29019-29001-29019/tableau?tri=nom", "/groupe/29001-29019/tableau?tri=nom"),
        ("/integrer/groupe/29019-29001", "/integrer/groupe/29001-29019"),
        ("/api/v1/groupes/29019-29001", "/api/v1/groupes/29001-29019"),
        ("/donnees/abc/groupe/29019-29001.topojson", "/donnees/abc/groupe/29001-29019.topojson"),
        ("/groupe/2b033-2a004_Deux_caps", "/groupe/2A004-2B033_Deux_caps"),
    ],
)
def test_a_group_has_one_address(client: FlaskClient, written: str, address: str) -> None:
    answer = client.get(written)
    assert (answer.status_code, answer.headers["Location"]) == (308, address)
    assert client.get(address).status_code != 308


def test_a_name_is_written_in_the_address(client: FlaskClient) -> None:
    answer = client.get("/groupe/29019-29001_Pays_d'Armorique_été")
    assert answer.headers["Location"] == "/groupe/29001-29019_Pays_d'Armorique_%C3%A9t%C3%A9"


@pytest.mark.parametrize("path", ["//example.org/groupe/29019-29001", "/groupe/leon"])
def test_no_group_leads_to_another_host(path: str) -> None:
    assert with_sorted_codes(path) == path
