"""Every page, at three widths: axe finds nothing and nothing overflows."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import wait_for_map

WIDTHS = (1280, 390, 320)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
PAGES = (
    "/",
    "/departement/29",
    "/departement/29?ind=fibre&sel=29019",
    "/epci/242900314",
    "/commune/29019",
    "/commune/29019/simple",
    "/departement/29/lieux?sel=29019",
    "/departement/29/tableau",
    "/departement/29/imprimer",
    "/departement/29/partager",
    "/integrer/departement/29",
    "/integrer/departement/29?ind=fibre&table=1&titre=0&sel=29019",
    "/recherche?q=saint",
    "/recherche?q=qimper&type=commune",
    "/territoires",
    "/methode",
    "/sources",
    "/donnees/qualite",
    "/accessibilite",
)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_overflows(page: Page, service: str, path: str) -> None:
    page.goto(service + path)
    if page.locator("#carte").count():
        page.locator("#carte").scroll_into_view_if_needed()
        wait_for_map(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options=RULES).response["violations"]
        said = [
            f"{width} px: {violation['id']}: {node['html'][:120]}"
            for violation in found
            for node in violation["nodes"]
        ]
        assert said == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
