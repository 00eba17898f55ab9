"""A page of a list: the true count, and the address of the rest."""

from __future__ import annotations

from flask import Flask

from webapp.api.listing import list_document
from webapp.parameters import Page

ROWS = [{"n": n} for n in range(5)]


def page_of(path: str, page: Page) -> dict[str, object]:
    with Flask(__name__).test_request_context(path):
        return list_document("id", "rows", ROWS, page, lambda row: {"n": row["n"]})


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


def test_what_the_visitor_wrote_is_quoted_in_the_next_address():
    assert page_of("/l?x=%22%26y%3D", Page(1, 0))["next"] == "/l?x=%22%26y%3D&limit=1&offset=1"
