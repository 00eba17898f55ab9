"""Tests of `webapp.basemap.routes`."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webapp import create_app
from webapp.basemap.plan_ign import PlanIgn
from webapp.house.site_settings import IGN, SiteSettings
from webapp.settings import WebSettings

NEAR, FAR = "/fond/8/124/88.png", "/fond/8/0/0.png"
PNG = b"\x89PNG\r\n\x1a\n"


def test_a_site_has_no_basemap_by_default(client: FlaskClient) -> None:
    assert client.get(NEAR).status_code == 404
    assert "data-fond" not in client.get("/departement/29").get_data(as_text=True)


@pytest.fixture
def with_basemap(snapshot_dir: Path, static_dir: Path) -> FlaskClient:
    site = SiteSettings(fond=IGN)
    return create_app(WebSettings(snapshot_dir, static_dir, site)).test_client()


def test_a_tile_near_the_communes_is_handed_over(
    with_basemap: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def tile(_: PlanIgn, *address: int) -> bytes | None:
        asked.append(address)
        return PNG if len(asked) == 1 else None

    monkeypatch.setattr(PlanIgn, "tile", tile)
    found = with_basemap.get(NEAR)
    assert (found.status_code, found.data, found.mimetype) == (200, PNG, "image/png")
    assert found.headers["Access-Control-Allow-Origin"] == "*"
    blank = with_basemap.get(NEAR)
    assert (blank.status_code, blank.data) == (204, b"")
    assert with_basemap.get(FAR).status_code == 404
    assert asked == [(8, 124, 88)] * 2


def test_the_map_says_where_its_basemap_is_and_whose_it_is(with_basemap: FlaskClient) -> None:
    page = with_basemap.get("/departement/29").get_data(as_text=True)
    assert 'data-fond="/fond/{z}/{x}/{y}.png"' in page
    assert "©\u00a0IGN" in page.replace("&nbsp;", "\u00a0")
