"""The page when something is missing: scripts, WebGL, the graphic context, the data, paper."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Playwright, expect

from tests.journeys.conftest import chromium, wait_for_map, watched

DRAWN = "#carte-fixe svg .communes path"


def test_without_script_the_page_is_complete(browser: Browser, service: str) -> None:
    with watched(browser, service, java_script_enabled=False) as page:
        page.goto(f"{service}/departement/29")
        assert page.locator(DRAWN).count() == 277
        expect(page.locator("#tableau tbody tr").first).to_be_visible()
        page.get_by_label("Indicateur").select_option("temps")
        page.get_by_role("button", name="Afficher").click()
        assert "ind=temps" in page.url
        expect(page.locator("#legende-titre")).to_contain_text("Temps")
        page.locator("#tableau tbody a").first.click()
        assert re.search(r"/commune/\d", page.url)


def test_without_webgl_the_drawn_map_stays_and_answers(
    playwright: Playwright, service: str
) -> None:
    with chromium(playwright, "--disable-3d-apis") as blind, watched(blind, service) as page:
        page.goto(f"{service}/departement/29")
        expect(page.locator("#statut")).to_contain_text("carte fixe", timeout=15_000)
        expect(page.locator("#carte-fixe svg")).to_be_visible()
        page.get_by_label("Indicateur").select_option("fibre")
        expect(page.locator("#legende-titre")).to_contain_text("Fibre")
        page.locator("a[href$='/commune/29086'] path").click(force=True)
        expect(page.locator("#panneau h2")).to_have_text("Irvillac")
        assert "sel=29086" in page.url


def test_a_lost_context_gives_the_place_back(viewer: Page) -> None:
    viewer.evaluate(
        """() => carte.getCanvas().getContext('webgl2')
            .getExtension('WEBGL_lose_context').loseContext()"""
    )
    expect(viewer.locator("#statut")).to_contain_text("carte fixe")
    expect(viewer.locator("#carte-fixe svg")).to_be_visible()
    expect(viewer.locator(".maplibregl-canvas")).to_have_count(0)


def test_without_data_the_drawn_map_stays(page: Page, service: str) -> None:
    page.route(re.compile(r"/valeurs\.json"), lambda route: route.fulfill(status=200, body="{"))
    page.goto(f"{service}/departement/29")
    expect(page.locator("#statut")).to_contain_text("carte fixe", timeout=15_000)
    expect(page.locator("#carte-fixe svg")).to_be_visible()


def test_on_paper_the_drawn_map_takes_the_place(viewer: Page) -> None:
    wait_for_map(viewer)
    viewer.emulate_media(media="print")
    expect(viewer.locator("#carte-fixe svg")).to_be_visible()
    expect(viewer.locator(".carte-interactive")).to_be_hidden()
    expect(viewer.get_by_role("heading", level=1)).to_be_visible()
