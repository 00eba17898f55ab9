"""A map framed by a page of another site, in the three sandboxes that sites use."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import wait_for_map, watched

SANDBOX = 'sandbox="allow-scripts"'
SIZE = 'width="600" height="800"'


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


def frame(service: str, attributes: str = "", *, size: str = SIZE, more: str = "") -> str:
    """Write the frame that a town hall pastes into its page."""
    address = f"{service}/integrer/departement/29?ind=fibre{more}"
    return f'<iframe title="Carte" {size} src="{address}" {attributes}></iframe>'


@pytest.mark.parametrize(
    "sandbox",
    [
        pytest.param("", id="no sandbox"),
        pytest.param('sandbox="allow-scripts allow-same-origin"', id="same origin"),
        pytest.param(SANDBOX, id="opaque origin"),
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
        with page.expect_response(lambda answer: "&sel=" in answer.url) as reread:
            inside.locator(".maplibregl-canvas").click()
        assert reread.value.ok
        expect(inside.locator("#statut")).to_contain_text("%")
        expect(inside.locator(".infobulle")).to_be_visible()
        expect(inside.locator("#commune-choisie")).not_to_be_empty()
        inside.locator("#legende a").first.click()
        expect(inside.locator("#statut")).to_contain_text("Seule classe montrée")
        whole = inside.get_by_role("link", name="Voir la carte complète")
        expect(whole).to_have_attribute("href", re.compile("sel=.*classe=0"))
        inside.locator("#statut").evaluate("status => { status.textContent = '' }")
        inside.locator(".maplibregl-canvas").press("Enter")
        expect(inside.locator("#statut")).to_contain_text("%")


def test_the_drawn_map_of_a_frame_chooses_a_commune_too(
    browser: Browser, service: str, town_hall: str
) -> None:
    with watched(browser, service, others=(town_hall,)) as page:
        page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
        page.goto(f"http://{town_hall}/?{quote(frame(service, SANDBOX))}")
        inside = page.frame_locator("iframe")
        inside.locator("#statut", has_text="carte fixe").wait_for(timeout=30_000)
        inside.locator("#carte-fixe a").nth(40).dispatch_event("click")
        expect(inside.locator("#commune-choisie")).not_to_be_empty()
        expect(inside.locator("#statut")).to_contain_text("constat affiché sous la légende")
        assert len(page.context.pages) == 1


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


def test_the_script_of_the_host_gives_the_frame_its_height(
    browser: Browser, service: str, town_hall: str
) -> None:
    script = f'<script src="{service}/integrer.js"></script>'
    other = f'<iframe title="Autre" src="http://{town_hall}/?rien" height="50"></iframe>'
    with watched(browser, service, others=(town_hall,)) as page:
        page.goto(f"http://{town_hall}/?{quote(frame(service, SANDBOX) + other + script)}")
        inside = page.frame_locator("iframe[title=Carte]")
        inside.locator("#titre").wait_for()
        height = "() => document.querySelector('iframe[title=Carte]').clientHeight"
        page.wait_for_function(f"() => ({height})() !== 800", timeout=10_000)
        folded = page.evaluate(height)
        assert folded > 800
        inside.locator("#constat summary").click()
        page.wait_for_function(f"(before) => ({height})() > before", arg=folded)
        # A message that another frame, or the page itself, sends moves nothing.
        page.evaluate("postMessage({type: 'carto:height', v: 1, height: 123}, '*')")
        page.wait_for_timeout(200)
        assert page.evaluate(height) > folded
        assert page.locator("iframe[title=Autre]").evaluate("frame => frame.clientHeight") == 50


def test_a_sandbox_without_pop_ups_shows_the_address(
    browser: Browser, service: str, town_hall: str
) -> None:
    with watched(browser, service, others=(town_hall,)) as page:
        page.goto(f"http://{town_hall}/?{quote(frame(service, SANDBOX))}")
        address = page.frame_locator("iframe").locator("#adresse-complete")
        expect(address).to_be_visible()
        expect(address).to_contain_text(f"{service}/departement/29?ind=fibre")
        page.goto(f"http://{town_hall}/?{quote(frame(service))}")
        expect(page.frame_locator("iframe").locator("#adresse-complete")).to_be_hidden()


@pytest.mark.parametrize("sandbox", ["", SANDBOX], ids=["no sandbox", "opaque origin"])
def test_a_narrow_frame_overflows_nowhere(
    browser: Browser, service: str, town_hall: str, sandbox: str
) -> None:
    with watched(browser, service, others=(town_hall,)) as page:
        narrow = frame(service, sandbox, size='width="280" height="600"', more="&table=1")
        page.goto(f"http://{town_hall}/?{quote(narrow)}")
        inside = page.frame_locator("iframe")
        inside.locator("#carte").scroll_into_view_if_needed()
        inside.locator(".carte.est-interactive").wait_for(timeout=30_000)
        inside.locator("#valeurs summary").click()
        width = "root => [root.scrollWidth, root.clientWidth]"
        assert inside.locator("html").evaluate(width)[0] <= 280


def test_without_script_a_frame_is_complete(browser: Browser, service: str, town_hall: str) -> None:
    options = {"java_script_enabled": False}
    with watched(browser, service, others=(town_hall,), **options) as page:
        page.goto(f"http://{town_hall}/?{quote(frame(service, more='&table=1&titre=0'))}")
        inside = page.frame_locator("iframe")
        expect(inside.locator("#carte-fixe svg")).to_be_visible()
        expect(inside.get_by_role("heading", level=1)).to_have_count(1)
        inside.locator("#valeurs summary").click()
        assert inside.locator("#tableau tbody tr").count() == 277
        expect(inside.locator("main")).to_contain_text("Sources")
        assert f"{service}/departement/29?ind=fibre" in inside.locator("noscript").inner_html()


def test_a_frame_opens_on_the_view_that_was_chosen(browser: Browser, service: str) -> None:
    with watched(browser, service) as page:
        page.goto(f"{service}/integrer/departement/29?vue=11/48.39/-4.49")
        wait_for_map(page)
        assert page.evaluate("carte.getZoom()") == pytest.approx(11)
        assert page.evaluate("carte.getCenter().lat") == pytest.approx(48.39, abs=1e-6)
