"""The form of an answer: what `f` says, else what the client accepts."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.exceptions import NotAcceptable

from webapp.errors import ParameterError
from webapp.ogc.representations import is_page_asked, links_to_itself


@pytest.mark.parametrize(
    ("accept", "is_page"),
    [
        (None, False),
        ("*/*", False),
        ("application/geo+json, application/json", False),
        ("text/html", True),
        ("text/html,application/xhtml+xml,*/*;q=0.8", True),
        ("application/json;q=0.9,text/html;q=0.8", False),
    ],
)
def test_the_client_accepts_a_form(app: Flask, accept: str | None, is_page: bool):
    headers = {} if accept is None else {"Accept": accept}
    with app.test_request_context("/ogc", headers=headers):
        assert is_page_asked() is is_page


def test_f_comes_first(app: Flask):
    with app.test_request_context("/ogc?f=html", headers={"Accept": "application/json"}):
        assert is_page_asked()
    with app.test_request_context("/ogc?f=xml"), pytest.raises(ParameterError):
        is_page_asked()


def test_nothing_else_is_acceptable(app: Flask):
    with (
        app.test_request_context("/ogc", headers={"Accept": "image/png"}),
        pytest.raises(NotAcceptable),
    ):
        is_page_asked()


def test_a_resource_is_linked_to_both_forms(app: Flask):
    with app.test_request_context("/ogc?f=html"):
        own, other = links_to_itself("application/json", "Accueil")
    assert (own["rel"], own["type"]) == ("self", "text/html")
    assert other["href"] == "http://localhost/ogc?f=json"


def test_the_address_of_a_resource_is_written_as_addresses_are(app: Flask):
    with app.test_request_context("/ogc/collections/lieux/items/caf%C3%A9%20%3Cb%3E"):
        own, _ = links_to_itself("application/json", "Café")
    assert own["href"] == "http://localhost/ogc/collections/lieux/items/caf%C3%A9%20%3Cb%3E?f=json"
