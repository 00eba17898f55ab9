"""Counts: kinds come from the code, whatever is asked."""

from __future__ import annotations

import pytest
from prometheus_client import CollectorRegistry

from webapp.operation.access_log import Access
from webapp.operation.metrics import PAGE, kind_of, request_counter


@pytest.mark.parametrize("path", ["", "/", "//api", "/../api", "/API/v1", "/évil", "/apis"])
def test_what_is_no_known_kind_is_a_page(path: str):
    assert kind_of(path) == PAGE


def test_a_tile_and_a_download_have_their_own_kind():
    assert kind_of("/tuiles/0123456789abcdef/communes/4/7/5.mvt") == "tuile"
    assert kind_of("/donnees/0123456789abcdef/communes.parquet") == "donnees"


def test_requests_are_counted_by_kind_and_status():
    registry = CollectorRegistry()
    count = request_counter(registry)
    for status in (200, 200, 404):
        count(Access("0a1b2c3d", "GET", "/api/v1/communes", status, 12, 3.0, None, None))
    kind = {"kind": "api"}
    assert registry.get_sample_value("carto_requests_total", {**kind, "status": "200"}) == 2
    assert registry.get_sample_value("carto_requests_total", {**kind, "status": "404"}) == 1
    assert registry.get_sample_value("carto_sent_bytes_total", kind) == 36
    assert registry.get_sample_value("carto_request_seconds_count", kind) == 3
