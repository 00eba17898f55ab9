"""Tests of `webapp.api.schemas.nearest`."""

from __future__ import annotations

from flask.testing import FlaskClient

from carto.tables.places import SITES
from tests.webapp.api.as_described import described
from webapp.api.schemas.nearest import NEAR_COLUMNS


def test_what_tells_a_place_is_published() -> None:
    assert set(NEAR_COLUMNS) <= set(SITES.names)


def test_a_time_and_a_road_may_be_unknown(client: FlaskClient) -> None:
    assert described(client, "nearest?lon=2&lat=10&n=1")["places"][0]["is_by_road"] is None
    assert described(client, "nearest?lon=-4.486&lat=48.39&n=1")["places"][0]["is_by_road"]
