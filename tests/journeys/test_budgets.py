"""What a page weighs on the wire, compressed: budgets that no change may pass unseen."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Callable

import brotli
import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import wait_for_map

KB = 1000
TERRITORY = "/departement/29"
PAGES = (
    "/",
    TERRITORY,
    "/epci/242900314",
    "/commune/29019",
    "/commune/29019/simple",
    "/donnees",
    "/departement/29/lieux",
    "/comparer?ids=epci-242900314,epci-200068120",
    "/seuils",
    "/planifier?territoire=departement-29&question=tournee"
    "&heures=14&demi=1&depart=29019&arrets=sous-desservies",
    "/scenario?territoire=departement-29&ajout=29001:7",
    "/groupe?communes=29103-29105-29181",
)
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
TABLE = re.compile(r"<table.*?</table>", re.DOTALL)

Fetch = Callable[[str], bytes]


@pytest.fixture(scope="module")
def fetch(service: str) -> Fetch:
    """Fetch a path as a browser that reads brotli; gives what travels."""

    def fetch(path: str) -> bytes:
        asked = urllib.request.Request(service + path, headers={"Accept-Encoding": "br"})  # noqa: S310
        with urllib.request.urlopen(asked) as answer:  # noqa: S310
            return bytes(answer.read())

    return fetch


def weight(text: str) -> int:
    """Weigh a text as the service sends it."""
    return len(brotli.compress(text.encode(), quality=5))


@pytest.mark.parametrize("path", PAGES)
def test_a_page_without_its_tables_and_drawings_is_light(fetch: Fetch, path: str) -> None:
    page = brotli.decompress(fetch(path)).decode()
    assert weight(TABLE.sub("", SVG.sub("", page))) <= 15 * KB


@pytest.mark.parametrize("ind", ["verdict", "fibre", "typologie", "reste", "temps"])
def test_the_drawn_map_of_a_departement_is_light(fetch: Fetch, ind: str) -> None:
    page = brotli.decompress(fetch(f"{TERRITORY}?ind={ind}")).decode()
    assert max(weight(drawn) for drawn in SVG.findall(page)) <= 25 * KB


@pytest.mark.parametrize("path", PAGES)
def test_styles_and_our_scripts_are_light(fetch: Fetch, path: str) -> None:
    page = brotli.decompress(fetch(path)).decode()
    sheets = re.findall(r'<link rel="stylesheet" href="(/[^"?]+)', page)
    assert sheets
    assert sum(len(fetch(sheet)) for sheet in sheets) <= 8 * KB
    seen: set[str] = set()
    wanted = re.findall(r'<script type="module" src="(/[^"]+)"', page)
    while wanted:
        script = wanted.pop()
        if script in seen or "/vendor/" in script:
            continue
        seen.add(script)
        text = COMMENT.sub("", brotli.decompress(fetch(script)).decode())
        names = re.findall(r'(?:from|import\()\s*["\'](\.{1,2}/[^"\']+\.mjs)["\']', text)
        wanted += [f"/static/{name.removeprefix('./').removeprefix('../')}" for name in names]
    assert sum(len(fetch(script)) for script in seen) <= 25 * KB


def test_the_first_view_of_a_departement_is_light(page: Page, fetch: Fetch, service: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.goto(service + TERRITORY)
    wait_for_map(page)
    page.wait_for_load_state("networkidle")
    paths = {url.removeprefix(service) for url in asked if url.startswith(service)}
    weights = {path: len(fetch(path)) for path in paths}
    drawn = [path for path in paths if path == TERRITORY or path.endswith(".css")]
    late = [path for path in drawn if "/vendor/" in path or "interactive" in path]
    assert sum(weights[path] for path in set(drawn) - set(late)) <= 60 * KB
    assert any("maplibre" in path for path in paths)
    assert sum(weights.values()) <= 470 * KB
