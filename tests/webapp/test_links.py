"""Addresses: quoted, and leading somewhere."""

from __future__ import annotations

from urllib.parse import unquote

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from webapp import links


def test_addresses_lead_somewhere(client: FlaskClient, snapshot_id: str):
    for address in (
        links.territory_page("departement", "29"),
        links.communes("departement", "29"),
        links.commune("29001"),
        links.epci("200066868"),
        links.departement("29"),
        links.site("fs-169"),
        links.snapshot_file(snapshot_id, "tiles/communes.pmtiles"),
    ):
        assert client.get(address).status_code == 200


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_an_identifier_never_leaves_its_place(identifier: str):
    address = links.site(identifier)
    assert address.isascii()
    assert not set(address) & set("?#\"'<> \n")
    assert unquote(address) == f"/api/v1/sites/{identifier}"
