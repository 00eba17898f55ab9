"""Addresses as callers write them: the demonstration answers each of the examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.demo import Built
from tests.rules.route_addresses import WITHOUT_EXAMPLE, route_addresses
from tests.webapp.small_assets import write_small_assets
from webapp import create_app
from webapp.settings import WebSettings

# Documents that take seconds to write: pages of the same territory are asked.
_LONG_TO_WRITE = (".docx", ".pdf", ".png", ".zip")


@pytest.fixture
def demo_client(built_demo: Built, tmp_path: Path) -> FlaskClient:
    settings = WebSettings(built_demo.data_dir.path, write_small_assets(tmp_path))
    return create_app(settings).test_client()


def test_every_example_is_answered(built_demo: Built, demo_client: FlaskClient) -> None:
    refused = {
        one.example: status
        for one in route_addresses()
        if one.example and not one.example.endswith(_LONG_TO_WRITE)
        for address in [one.example.replace("{snapshot_id}", built_demo.snapshot.id)]
        if (status := demo_client.get(address).status_code) not in (200, 302)
    }
    assert refused == {}


def test_nothing_of_the_router_is_shown() -> None:
    for one in route_addresses():
        assert not set("<>:' ") & set("".join(one.addresses))
        assert (one.example == "") == (one.endpoint in WITHOUT_EXAMPLE)
