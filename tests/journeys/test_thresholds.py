"""Change a threshold by the keyboard, follow it to the map, share its address, come back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import wait_for_map, watched
from tests.journeys.test_accessibility import RULES, WIDTHS

RULE = "fibre_min=90"
SAID = re.compile("fibre sous 90\\s%")
FIBRE = re.compile("Couverture fibre")


@pytest.fixture
def plain(browser: Browser, service: str) -> Iterator[Page]:
    """Open a watched page without JavaScript."""
    with watched(browser, service, java_script_enabled=False) as opened:
        yield opened


def test_a_threshold_moved_by_the_keyboard_goes_to_the_map(page: Page, service: str) -> None:
    page.goto(f"{service}/departement/29")
    finding = page.locator("h1").inner_text()
    page.get_by_role("link", name="Changer les seuils").focus()
    page.keyboard.press("Enter")
    page.get_by_role("spinbutton", name=FIBRE).focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.wait_for_url(re.compile(RULE))
    expect(page.locator("#effet .constat")).to_contain_text("au lieu de")
    expect(page.locator("header .regle")).to_contain_text(SAID)

    page.get_by_role("link", name=re.compile("sous cette règle")).focus()
    with page.expect_request(re.compile(f"valeurs.json.*{RULE}")):
        page.keyboard.press("Enter")
        wait_for_map(page)
    expect(page.locator("header .regle")).to_contain_text(SAID)
    ruled = page.locator("h1").inner_text()
    assert ruled != finding

    address = page.url
    page.goto(f"{service}/methode")
    page.goto(address)
    assert page.locator("h1").inner_text() == ruled
    page.get_by_role("link", name="Revenir à la règle publiée").click()
    assert page.locator("h1").inner_text() == finding
    expect(page.locator("header .regle")).to_have_count(0)


def test_the_form_works_without_a_script(plain: Page, service: str) -> None:
    plain.goto(f"{service}/seuils")
    plain.get_by_role("spinbutton", name="Besoin", exact=True).fill("5")
    plain.get_by_role("spinbutton", name=FIBRE).fill("90")
    plain.get_by_role("button", name="Recalculer").click()
    assert RULE in plain.url
    assert "poids=acces:1,besoin:5,fibre:1" in plain.url.replace("%3A", ":").replace("%2C", ",")
    expect(plain.locator("#effet")).to_contain_text("L'ordre, selon vos poids")
    plain.get_by_role("region", name=re.compile("plus peuplées")).get_by_role("link").first.click()
    expect(plain.locator("header .regle")).to_contain_text(SAID)


def test_the_page_of_thresholds_is_for_everyone(page: Page, service: str) -> None:
    page.goto(f"{service}/seuils?{RULE}&poids=acces:4,besoin:3,fibre:3")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, options=RULES).response["violations"]
        said = [f"{width} px: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
        assert said == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
