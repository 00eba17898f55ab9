"""The one-file map, opened from a folder: hostile names are shown as they are, and run nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from carto.drawing.folium_map import draw_folium
from carto.drawing.indicators.classification import INDICATORS
from webapp.front_end.assets_manifest import load_manifest
from webapp.settings import DEFAULT_STATIC_DIR

HOSTILE = (
    "{{ 7*191 }}",
    "{{ cycler.__init__.__globals__.os.getpid() }}",
    "{% endraw %}{{ 7*191 }}",
    "{% x",
    "`);alert(7*191);(`",
    "${alert(7*191)}",
    "</script><script>alert(7*191)</script>",
    "<img src=x onerror=alert(7*191)>",
    "\\",
)
SIDE_DEGREES = 0.1
WEST, SOUTH = -4.5, 48.0


def square(code: str, west: float) -> dict[str, object]:
    """Shape of a commune."""
    east, north = west + SIDE_DEGREES, SOUTH + SIDE_DEGREES
    ring = [[west, SOUTH], [east, SOUTH], [east, north], [west, north], [west, SOUTH]]
    return {
        "type": "Feature",
        "properties": {"code_insee": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Write a map of communes in a row, where every text is hostile."""
    codes = [f"29{number:03}" for number in range(len(HOSTILE))]
    wests = [WEST + number * SIDE_DEGREES for number in range(len(HOSTILE))]
    rows = [
        {"code_insee": code, "nom": words, "nom_epci": words, "sentence": words, "verdict": "3"}
        for code, words in zip(codes, HOSTILE, strict=True)
    ]
    sites = [
        {"nom": words, "format": "bus", "longitude": west + 0.02, "latitude": SOUTH + 0.02}
        for words, west in zip(HOSTILE, wests, strict=True)
    ]
    assets = load_manifest(DEFAULT_STATIC_DIR)
    written = draw_folium(
        {
            "type": "FeatureCollection",
            "features": [square(*pair) for pair in zip(codes, wests, strict=True)],
        },
        rows,
        INDICATORS["verdict"],
        territory=" ".join(HOSTILE),
        sites=sites,
        assets={
            name: (DEFAULT_STATIC_DIR / assets.path_of(name)).read_text("utf-8")
            for name in ("leaflet.js", "leaflet.css")
        },
    )
    path = tmp_path / "carte.html"
    path.write_text(written, encoding="utf-8")
    return path


def tooltips(page: Page) -> list[list[str]]:
    """Read what each drawn shape, in the order of drawing, says under the pointer."""
    shapes = page.locator("path.leaflet-interactive")
    said = []
    for shape in shapes.all():
        shape.dispatch_event("mouseover", {"bubbles": True})
        bubble = page.locator(".leaflet-tooltip").last
        cells = bubble.locator("td")
        said.append(cells.all_text_contents() if cells.count() else [bubble.inner_text()])
        shape.dispatch_event("mouseout", {"bubbles": True})
    return said


def test_hostile_names_are_shown_and_run_nothing(browser: Browser, document: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    said: list[str] = []
    context.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda error: said.append(f"error: {error.error}"))
    context.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.accept()))
    context.on("requestfailed", lambda request: said.append(f"request: {request.url}"))
    page = context.new_page()
    try:
        page.goto(document.as_uri())
        assert said == []
        page.wait_for_selector("path.leaflet-interactive", timeout=15_000)
        shown = tooltips(page)
        title = page.title()
        heading = page.locator("h1").text_content()
        names = page.locator("tbody th").all_text_contents()
    finally:
        context.close()
    territory = " ".join(HOSTILE)
    assert said == []
    assert shown == [
        *([words, "prioritaire", words] for words in HOSTILE),
        *([f"{words}\u00a0: bus itinérant"] for words in HOSTILE),
    ]
    assert territory in title
    assert heading is not None
    assert territory in heading
    assert names == sorted(HOSTILE)
