"""A page of a list: the true count, and the address of the rest."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from webapp.api.listing import list_document, read_fields
from webapp.errors import ParameterError
from webapp.parameters import Page

ROWS = [{"n": n, "even": n % 2 == 0} for n in range(5)]


def page_of(path: str, page: Page, fields: tuple[str, ...] | None = None) -> dict[str, object]:
    with Flask(__name__).test_request_context(path):
        return list_document("id", "rows", ROWS, page, dict, fields)


def test_a_part_tells_how_many_there_are_and_where_the_rest_is():
    document = page_of("/l?bbox=1,2,3,4&limit=2", Page(2, 2), ("n",))
    assert document == {
        "snapshot": "id",
        "count": 5,
        "limit": 2,
        "offset": 2,
        "next": "/l?bbox=1,2,3,4&limit=2&offset=4&instantane=id",
        "rows": [{"n": 2}, {"n": 3}],
    }


def test_without_fields_every_member_is_written():
    assert page_of("/l", Page(1, 0))["rows"] == [{"n": 0, "even": True}]


def test_the_last_part_has_no_next():
    assert page_of("/l", Page(2, 3))["next"] is None


def test_what_the_visitor_wrote_is_quoted_in_the_next_address():
    address = "/l?x=%22%26y%3D&limit=1&offset=1&instantane=id"
    assert page_of("/l?x=%22%26y%3D", Page(1, 0))["next"] == address


def test_fields_are_those_that_there_are_each_once():
    assert read_fields(MultiDict(), ("n",)) is None
    assert read_fields(MultiDict(fields="n,even,n"), ("n", "even")) == ("n", "even")


@pytest.mark.parametrize("said", ["", "n,", "m", "N", "n even", "n,\0"])
def test_a_field_that_there_is_not_is_refused(said: str):
    with pytest.raises(ParameterError, match="membre"):
        read_fields(MultiDict(fields=said), ("n", "even"))


def test_a_list_can_be_read_in_the_snapshot_that_its_address_names(
    client: FlaskClient, snapshot_id: str
):
    path = f"/api/v1/communes?instantane={snapshot_id}&fields=code_insee&limit=1"
    answer = client.get(path)
    assert answer.get_json()["communes"] == [{"code_insee": "29001"}]
    assert answer.headers["Carto-Snapshot"] == snapshot_id
    assert client.get("/api/v1/communes?instantane=0123456789abcdef").status_code == 404
    assert client.get("/api/v1/communes?instantane=../x").status_code == 400
