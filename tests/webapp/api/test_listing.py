"""A page of a list: the true count, and the address of the rest."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from webapp.api.listing import AskedList, list_document, read_list, table_document
from webapp.errors import ParameterError
from webapp.query_values import Page

ROWS = [{"n": n, "even": n % 2 == 0} for n in range(5)]


def page_of(path: str, page: Page) -> dict[str, object]:
    with Flask(__name__).test_request_context(path):
        return list_document("id", "rows", ROWS, page, lambda row: {"n": row["n"]})


def table_of(path: str, asked: AskedList) -> dict[str, object]:
    with Flask(__name__).test_request_context(path):
        return table_document("id", "rows", ROWS, asked, dict)


def test_a_part_tells_how_many_there_are_and_where_the_rest_is():
    document = page_of("/l?bbox=1,2,3,4&limit=2", Page(2, 2))
    assert document == {
        "snapshot": "id",
        "count": 5,
        "limit": 2,
        "offset": 2,
        "next": "/l?bbox=1,2,3,4&limit=2&offset=4",
        "rows": [{"n": 2}, {"n": 3}],
    }


def test_the_last_part_has_no_next():
    assert page_of("/l", Page(2, 3))["next"] is None
    assert table_of("/l", AskedList(Page(2, 3), None))["next"] is None


def test_what_the_visitor_wrote_is_quoted_in_the_next_address():
    assert page_of("/l?x=%22%26y%3D", Page(1, 0))["next"] == "/l?x=%22%26y%3D&limit=1&offset=1"


def test_the_rest_of_a_table_stays_in_its_snapshot_and_keeps_its_members():
    document = table_of("/l?fields=n&offset=1", AskedList(Page(1, 1), ("n",)))
    assert document["rows"] == [{"n": 1}]
    assert document["next"] == "/l?fields=n&offset=2&limit=1&instantane=id"
    assert table_of("/l", AskedList(Page(1, 0), None))["rows"] == [{"n": 0, "even": True}]


def test_members_are_those_that_there_are_each_once():
    known = ("n", "even")
    assert read_list(MultiDict(), known) == AskedList(Page(100, 0), None)
    asked = read_list(MultiDict({"fields": "n,even,n", "limit": "3"}), known)
    assert asked == AskedList(Page(3, 0), ("n", "even"))


@pytest.mark.parametrize("said", ["", "n,", "m", "N", "n even", "n,\0"])
def test_a_member_that_there_is_not_is_refused(said: str):
    with pytest.raises(ParameterError, match="membre"):
        read_list(MultiDict({"fields": said}), ("n", "even"))


def test_a_list_can_be_read_in_the_snapshot_that_its_address_names(
    client: FlaskClient, snapshot_id: str
):
    path = f"/api/v1/communes?instantane={snapshot_id}&fields=code_insee&limit=1"
    answer = client.get(path)
    assert answer.get_json()["communes"] == [{"code_insee": "29001"}]
    assert answer.headers["Carto-Snapshot"] == snapshot_id
    assert client.get("/api/v1/communes?instantane=0123456789abcdef").status_code == 404
    assert client.get("/api/v1/communes?instantane=../x").status_code == 400
