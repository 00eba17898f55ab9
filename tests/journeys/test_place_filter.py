"""The filter of places: the address, both maps, the counts and the list follow one choice."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import wait_for_map

DRAWN = """() => carte.getSource('lieux').getData().then(({features}) => features.length)"""


def drawn_places(page: Page) -> int:
    """Count the places that the interactive map holds."""
    return int(page.evaluate(DRAWN))


def test_a_filter_changes_the_map_the_list_and_the_address(page: Page, service: str) -> None:
    page.goto(f"{service}/departement/29?ind=fibre")
    wait_for_map(page)
    everything = drawn_places(page)
    page.get_by_text("Filtrer les lieux d'aide").click()
    page.get_by_label("Ouvert le samedi").check()
    expect(page).to_have_url(re.compile(r"\?ind=fibre&samedi=1"))
    expect(page.locator("#bilan-lieux")).to_contain_text("lieux sur")
    expect(page.locator("#statut")).to_contain_text("lieux sur")
    kept = int(page.locator("#bilan-lieux strong").inner_text().split()[0])
    assert 0 < kept < everything
    page.wait_for_function(f"async () => (await ({DRAWN})()) === {kept}")
    assert page.locator("#carte-fixe .lieux > g").count() <= kept
    expect(page.locator("#lieux-du-territoire")).to_contain_text(f"{kept} lieux sur")
    page.go_back()
    expect(page.get_by_label("Ouvert le samedi")).not_to_be_checked()
    page.wait_for_function(f"async () => (await ({DRAWN})()) === {everything}")


def test_the_address_of_a_filter_shows_the_same_map(page: Page, service: str) -> None:
    page.goto(f"{service}/departement/29?itinerant=1")
    wait_for_map(page)
    kept = int(page.locator("#bilan-lieux strong").inner_text().split()[0])
    assert drawn_places(page) == kept
    page.get_by_role("link", name="Tout montrer").click()
    expect(page).to_have_url(f"{service}/departement/29")
