"""From the home page to a commune by the keyboard alone, and the combobox as tools see it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.test_accessibility import RULES

FIELD = "#recherche"


def test_the_keyboard_leads_from_the_home_page_to_a_commune(page: Page, service: str) -> None:
    page.goto(f"{service}/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au contenu")
    page.locator(FIELD).focus()
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("ile de se")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Île-de-Sein")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".combobox [role=status]")).to_contain_text("suggestion")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/commune/29083")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Île-de-Sein")


def test_escape_closes_the_list_and_enter_searches_the_text(page: Page, service: str) -> None:
    page.goto(f"{service}/methode")
    before = page.locator("h1").bounding_box()
    page.locator(FIELD).fill("brest")
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.locator("h1").bounding_box() == before, "the list moves nothing"
    heights = [
        box["height"]
        for option in page.get_by_role("option").all()
        if (box := option.bounding_box())
    ]
    assert heights
    assert min(heights) >= 44
    assert Axe().run(page, options=RULES).response["violations"] == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox")).to_have_value("brest")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche?q=brest")


def test_without_javascript_the_search_and_the_menu_still_work(
    browser: Browser, service: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{service}/")
    field = page.locator(FIELD)
    box = field.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 700, "the search is in the first screen"
    field.fill("ile de sein")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Île-de-Sein").click()
    page.wait_for_url("**/commune/29083")
    entry = page.get_by_role("link", name="Territoires").first
    expect(entry).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    expect(entry).to_be_visible()
    context.close()
