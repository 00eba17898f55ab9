"""The basemap in a browser: from this site alone, under the communes; the map does without it."""

from __future__ import annotations

import io
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.journeys.conftest import wait_for_map, watched
from webapp import create_app
from webapp.basemap.plan_ign import PlanIgn
from webapp.house.site_settings import IGN, SiteSettings
from webapp.settings import WebSettings

LAYERS = "() => window.carte.getStyle().layers.map(({id}) => id)"
VEIL = "() => JSON.stringify(window.carte.getPaintProperty('communes', 'fill-opacity'))"


def green_tile() -> bytes:
    """Write a PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    file = io.BytesIO()
    file.write(b"\x89PNG\r\n\x1a\n")
    file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)))
    file.write(chunk(b"IDAT", zlib.compress((b"\0" + bytes((0, 160, 0)) * 256) * 256)))
    file.write(chunk(b"IEND", b""))
    return file.getvalue()


class Silent(WSGIRequestHandler):
    """Handle requests without a word."""

    def log(self, type: str, message: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def site_with_basemap(data_dir: Path) -> Iterator[str]:
    """Serve a site that has the basemap, in this process."""
    app = create_app(WebSettings(data_dir, site=SiteSettings(fond=IGN)))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def opened(page: Page, service: str) -> None:
    """Open the map of Finistère."""
    page.goto(f"{service}/departement/29")
    wait_for_map(page)


def test_the_basemap_lies_under_the_communes_and_comes_from_this_site(
    browser: Browser, demo_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tile, asked = green_tile(), []

    def answer(_: PlanIgn, *address: int) -> bytes:
        asked.append(address)
        return tile

    monkeypatch.setattr(PlanIgn, "tile", answer)
    with site_with_basemap(demo_dir) as service, watched(browser, service) as page:
        opened(page, service)
        page.wait_for_function("() => window.carte.getLayer('fond')")
        page.wait_for_function("() => window.carte.isSourceLoaded('fond')")
        assert page.evaluate(LAYERS)[0] == "fond"
        assert "0.65" in page.evaluate(VEIL)
        expect(page.get_by_text("Plan IGN")).to_be_visible()
    assert asked


def test_a_basemap_that_does_not_come_leaves_the_map(
    browser: Browser, demo_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlanIgn, "tile", lambda *_: None)
    with site_with_basemap(demo_dir) as service, watched(browser, service) as page:
        opened(page, service)
        expect(page.locator("#statut")).to_contain_text("fond de plan", timeout=15_000)
        assert "fond" not in page.evaluate(LAYERS)
        assert "0.65" not in page.evaluate(VEIL)
