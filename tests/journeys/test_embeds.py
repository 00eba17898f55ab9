"""A map framed by a page of another site, in the three sandboxes that sites use."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import watched


class Host(BaseHTTPRequestHandler):
    """A page that holds whatever its query says."""

    def do_GET(self) -> None:
        """Answer with a page."""
        body = unquote(self.path.partition("?")[2])
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        icon = '<link rel="icon" href="data:,">'
        self.wfile.write(f"<!doctype html><title>Mairie</title>{icon}{body}".encode())

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def town_hall() -> Iterator[str]:
    """Serve pages from another origin than the service."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def frame(service: str, attributes: str = "") -> str:
    """Write the frame that a town hall pastes into its page."""
    address = f"{service}/integrer/departement/29?ind=fibre"
    size = 'width="600" height="800"'
    return f'<iframe title="Carte" {size} src="{address}" {attributes}></iframe>'


@pytest.mark.parametrize(
    "sandbox",
    [
        pytest.param("", id="no sandbox"),
        pytest.param('sandbox="allow-scripts allow-same-origin"', id="same origin"),
        pytest.param('sandbox="allow-scripts"', id="opaque origin"),
    ],
)
def test_the_map_works_in_a_frame(
    browser: Browser, service: str, town_hall: str, sandbox: str
) -> None:
    with watched(browser, service, others=(town_hall,)) as page:
        page.add_init_script(
            "window.heard = []; addEventListener('message', ({data}) => heard.push(data));"
        )
        page.goto(f"http://{town_hall}/?{quote(frame(service, sandbox))}")
        inside = page.frame_locator("iframe")
        inside.locator(".carte.est-interactive").wait_for(timeout=30_000)
        expect(inside.locator("#legende-titre")).to_contain_text("Fibre")
        heights = page.evaluate(
            """() => heard.filter(({type, v}) => type === 'carto:height' && v === 1)
                .map(({height}) => height)"""
        )
        assert heights
        assert min(heights) > 300
        inside.locator(".maplibregl-canvas").click(position={"x": 300, "y": 300})
        expect(inside.locator("#statut")).to_contain_text("%")
        expect(inside.locator(".infobulle")).to_be_visible()


def test_a_frame_below_the_fold_waits(browser: Browser, service: str, town_hall: str) -> None:
    with watched(browser, service, others=(town_hall,)) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        above = '<p style="height:5000px"></p>'
        page.goto(f"http://{town_hall}/?{quote(above + frame(service))}")
        page.wait_for_timeout(2500)
        assert not any("maplibre" in address for address in asked)
        page.locator("iframe").scroll_into_view_if_needed()
        page.frame_locator("iframe").locator(".carte.est-interactive").wait_for(timeout=30_000)
