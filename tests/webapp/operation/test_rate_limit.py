"""Which questions are counted, and what is said to who asks too fast."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import pytest

from webapp import create_app
from webapp.operation.rate_limit import is_limited
from webapp.operation.run_settings import Operation
from webapp.operation.shared_buckets import BURST_S
from webapp.settings import WebSettings


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/departement/29/tableau",
        "/departement/29/carte.svg",
        "/static/carto.1a.css",
        "/tuiles/1a/communes/4/7/5.mvt",
        "/ogc/collections/communes/tiles/WebMercatorQuad/4/5/7",
        "/donnees/1a/communes.parquet",
        "/health",
    ],
)
def test_pages_maps_and_published_files_are_never_counted(path: str):
    assert not is_limited(path)


@pytest.mark.parametrize(
    "path",
    [
        "/ogc/collections/communes/items",
        "/ogc/collections/lieux/items/fs-2046",
        "/api/v1/communes",
        "/departement/29/tableau.gpkg",
        "/dossier/epci/242900314.pdf",
    ],
)
def test_interfaces_and_computed_files_are_counted(path: str):
    assert is_limited(path)


def test_who_asks_too_fast_is_told_when_to_come_back(snapshot_dir: Path, static_dir: Path):
    proxies = (ipaddress.ip_network("127.0.0.1"),)
    operation = Operation(rate_limit=1, trusted_proxies=proxies)
    app = create_app(WebSettings(snapshot_dir, static_dir, operation=operation))
    ask = app.test_client().get
    address = "/api/v1/communes/29001"
    mine = {"X-Forwarded-For": "203.0.113.9"}
    answers = [ask(address, headers=mine) for _ in range(BURST_S + 1)]
    assert [answer.status_code for answer in answers] == [200] * BURST_S + [429]
    refusal = answers[-1]
    assert refusal.mimetype == "application/problem+json"
    assert int(refusal.headers["Retry-After"]) == 1
    assert refusal.headers["Cache-Control"] == "no-store"
    assert "téléchargez" in refusal.get_json(force=True)["detail"]
    assert ask(address, headers={"X-Forwarded-For": "203.0.113.10"}).status_code == 200
    assert ask("/commune/29001", headers=mine).status_code == 200
