"""Comparing territories and quarters: by the keyboard alone, without JavaScript, without a flaw."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import served, watched
from tests.journeys.test_accessibility import RULES, WIDTHS
from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES

FOUR = "/comparer?ids=commune-29019,commune-29232,epci-242900314,departement-29&ind=fibre"


@pytest.fixture(scope="module")
def quarters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample at three quarters."""
    folder = tmp_path_factory.mktemp("quarters")
    publish(folder, QUARTER_TABLES)
    with served(folder) as address:
        yield address


def test_two_territories_are_compared_by_the_keyboard_alone(page: Page, service: str) -> None:
    page.goto(f"{service}/comparer")
    for nom in ("Brest Métropole", "CA Morlaix Communauté"):
        _tab_to(page, "Ajouter un territoire")
        page.keyboard.type(nom)
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name=f"Retirer {nom}")).to_be_attached()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Comparer Brest Métropole et CA Morlaix Communauté"
    )
    assert page.url.endswith("/comparer?ids=epci-242900314,epci-242900835")
    expect(page.locator("main")).to_contain_text("a l'avantage pour la fibre")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au tableau")
    page.keyboard.press("Enter")
    assert page.url.endswith("#tableau")


def test_a_suggestion_leads_to_the_comparison(page: Page, service: str) -> None:
    page.goto(f"{service}/comparer?ids=commune-29019")
    field = page.get_by_label("Ajouter un territoire")
    field.press_sequentially("quimp")
    expect(page.get_by_role("option", name="Quimper commune")).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/comparer?ids=commune-29019,commune-29232")


def test_everything_works_without_javascript(browser: Browser, quarters: str) -> None:
    with watched(browser, quarters, java_script_enabled=False) as page:
        page.goto(f"{quarters}/commune/29001")
        page.get_by_role("link", name="Comparer à d'autres communes").click()
        page.get_by_role("link", name="Comparer avec Crozon").first.click()
        page.get_by_label("Indicateur").select_option("fibre")
        page.get_by_label("Trimestre de la fibre").select_option("2025-T2")
        page.get_by_role("button", name="Afficher").click()
        assert page.url.endswith("ids=commune-29001,commune-29042&ind=fibre&t=2025-T2")
        page.goto(f"{quarters}/evolutions")
        page.get_by_role("link", name="La fibre entre deux trimestres").click()
        page.get_by_role("link", name="Ont atteint 95 %").click()
        expect(page.locator("tbody tr[data-code]")).to_have_count(1)


@pytest.mark.parametrize("path", ["/comparer", FOUR, "/evolutions?t2=2025-T2"])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, quarters: str, path: str
) -> None:
    with watched(browser, quarters) as page:
        page.goto(quarters + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES).response["violations"]
            said = [(width, one["id"], one["nodes"][0]["html"][:120]) for one in found]
            assert said == []
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def _tab_to(page: Page, label: str) -> None:
    """Press Tab until the field of a label has the focus."""
    field = page.get_by_label(label)
    for _ in range(40):
        if field.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to « {label} » by the keyboard")
