"""Every example that the page of the interface shows can be tried."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.ogc.filtering.filter_examples import EXAMPLES, RULES, FilterExample


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_each_example_is_answered(client: FlaskClient, example: FilterExample) -> None:
    asked = {"filter": example.text, "limit": "1"}
    answer = client.get(f"/ogc/collections/{example.collection}/items", query_string=asked)
    assert answer.status_code == 200, answer.get_json()


def test_the_page_shows_them_with_the_rules(client: FlaskClient) -> None:
    page = client.get("/ogc/api?f=html").get_data(as_text=True)
    for rule in RULES:
        assert rule[:40].replace("'", "&#39;") in page
    assert page.count("filter=") >= len(EXAMPLES)
