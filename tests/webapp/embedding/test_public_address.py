"""Tests of `webapp.embedding.public_address`."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.embedding.public_address import known_address, public_address
from webapp.errors import ParameterError
from webapp.house.site_settings import SiteSettings
from webapp.house.theme import attach_site


@pytest.fixture
def bare() -> Flask:
    app = Flask("bare")
    attach_site(app, SiteSettings())
    return app


def test_without_a_setting_the_host_of_the_request_is_taken(bare: Flask) -> None:
    with bare.test_request_context("/", base_url="http://Carte.exemple.fr:8000"):
        assert public_address() == "http://carte.exemple.fr:8000"


@pytest.mark.parametrize("host", ['a"b', "a b", "<x>", "a/b", "-a", "a,b", "é.fr", ""])
def test_what_is_no_host_is_refused(bare: Flask, host: str) -> None:
    with bare.test_request_context("/", headers={"Host": host}):
        if known_address() is not None:
            assert host == ""
            return
        with pytest.raises(ParameterError, match="Host"):
            public_address()


def test_the_setting_wins_whatever_the_visitor_says(bare: Flask) -> None:
    attach_site(bare, SiteSettings(adresse="https://carte.exemple.fr"))
    with bare.test_request_context("/", headers={"Host": "ailleurs.example"}):
        assert public_address() == "https://carte.exemple.fr"
