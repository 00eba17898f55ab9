"""The slider of the quarters: by keyboard, with the interactive map and with the drawn one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.journeys.conftest import chromium, served, wait_for_map, watched
from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES

PAGE = "/departement/29?ind=fibre"
CLASS = "() => carte.getFeatureState({source: 'communes', id: '29001'}).classe"


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample at three quarters: 2024-T2, 2025-T2, 2026-T2."""
    folder = tmp_path_factory.mktemp("quarters")
    publish(folder, QUARTER_TABLES)
    with served(folder) as address:
        yield address


def slide(page: Page, key: str, words: str) -> None:
    """Press a key on the slider, and wait for its quarter in the rest of the page."""
    slider = page.get_by_role("slider", name="Trimestre")
    slider.press(key)
    expect(slider).to_have_attribute("aria-valuetext", re.compile(words))
    expect(page.locator("#legende-titre")).to_contain_text(words)


def test_a_keyboard_moves_through_the_quarters(browser: Browser, quarters: str) -> None:
    with watched(browser, quarters) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(quarters + PAGE)
        wait_for_map(page)
        now = page.evaluate(CLASS)
        slide(page, "ArrowLeft", "2e trimestre 2025")
        assert page.url.endswith("t=2025-T2")
        expect(page.locator("#statut")).to_have_text("Fibre : carte et légende mises à jour.")
        slide(page, "Home", "2e trimestre 2024")
        assert page.evaluate(CLASS) < now
        expect(page.get_by_role("slider")).to_be_focused()
        assert sum("fibre.json" in url for url in asked) == 1
        page.go_back()
        expect(page.get_by_role("slider")).to_have_attribute("aria-valuetext", "2e trimestre 2025")
        page.get_by_label("Indicateur").select_option("verdict")
        expect(page.get_by_role("slider")).to_have_count(0)


def test_the_drawn_map_follows_without_webgl(playwright: Playwright, quarters: str) -> None:
    with chromium(playwright, "--disable-3d-apis") as blind, watched(blind, quarters) as page:
        page.goto(quarters + PAGE)
        expect(page.locator("#statut")).to_contain_text("carte fixe", timeout=15_000)
        slide(page, "Home", "2e trimestre 2024")
        title = page.locator("#carte-fixe a[href^='/commune/29001'] title")
        assert "12,8" in (title.text_content() or "")


def test_without_script_a_list_and_two_links_choose_the_quarter(
    browser: Browser, quarters: str
) -> None:
    with watched(browser, quarters, java_script_enabled=False) as page:
        page.goto(quarters + PAGE)
        page.get_by_role("link", name="Trimestre précédent").click()
        expect(page.locator("#legende-titre")).to_contain_text("2e trimestre 2025")
        page.get_by_label("Trimestre", exact=True).select_option("2024-T2")
        page.get_by_role("button", name="Afficher").click()
        assert "t=2024-T2" in page.url
        expect(page.locator("#legende-titre")).to_contain_text("2e trimestre 2024")


def test_a_page_opened_at_a_quarter_shows_it(browser: Browser, quarters: str) -> None:
    with watched(browser, quarters) as page:
        page.goto(f"{quarters}{PAGE}&t=2024-T2")
        wait_for_map(page)
        slider = page.get_by_role("slider", name="Trimestre")
        expect(slider).to_have_attribute("aria-valuetext", "2e trimestre 2024")
        early = page.evaluate(CLASS)
        slide(page, "End", "2e trimestre 2026")
        assert "t=" not in page.url.split("?")[1]
        assert page.evaluate(CLASS) > early
