"""Territories besides communes: a map by EPCI and its panel, the page of a group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from carto.rollups.groups import Group
from tests.demo import build_in, demo_settings
from tests.journeys.conftest import served, wait_for_map, watched
from tests.journeys.test_map import commune_point

ELORN = Group("elorn", "Vallée de l'Elorn", ("29103", "29105", "29181"))
LANDERNEAU = "242900801"


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration with a group of communes."""
    folder: Path = tmp_path_factory.mktemp("grouped")
    build_in(folder, replace(demo_settings(), groups=(ELORN,)))
    with served(folder) as address:
        yield address


def test_an_epci_chosen_on_the_map_tells_its_figures_and_opens(page: Page, service: str) -> None:
    page.goto(f"{service}/departement/29?maille=epci&ind=fibre")
    wait_for_map(page)
    x, y = commune_point(page, LANDERNEAU)
    page.mouse.click(x, y)
    panel = page.locator("#panneau")
    expect(panel.get_by_role("heading", level=2).first).to_contain_text("Landerneau")
    assert f"sel={LANDERNEAU}" in page.url
    panel.get_by_role("link", name="Ouvrir").click()
    expect(page).to_have_url(f"{service}/epci/{LANDERNEAU}?ind=fibre")


def test_a_group_has_its_map_its_figures_and_its_communes(browser: Browser, grouped: str) -> None:
    with watched(browser, grouped) as page:
        page.goto(f"{grouped}/groupe/elorn")
        wait_for_map(page)
        drawn = page.evaluate("() => carte.querySourceFeatures('communes').length")
        assert drawn >= len(ELORN.communes)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Vallée de l'Elorn")
        expect(page.locator("#tableau tbody tr")).to_have_count(len(ELORN.communes))
        trail = page.get_by_role("navigation", name="Fil d'Ariane")
        above = trail.get_by_role("link", name="Finistère")
        expect(above).to_have_attribute("href", "/departement/29")
