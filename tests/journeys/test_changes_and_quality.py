"""Two builds of the demonstration: what changed between them, and what their data are worth."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.demo import build_in, demo_settings
from tests.journeys.conftest import served, watched
from tests.journeys.test_accessibility import RULES, WIDTHS


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the demonstration, then with another threshold of the fibre, and serve it."""
    folder: Path = tmp_path_factory.mktemp("twice")
    build_in(folder, demo_settings())
    build_in(folder, replace(demo_settings(), parameter_overrides={"alerts.fibre_pct": 90}))
    with served(folder) as address:
        yield address


@pytest.fixture
def plain(browser: Browser, twice: str) -> Iterator[Page]:
    """Open a watched page without JavaScript."""
    with watched(browser, twice, java_script_enabled=False) as opened:
        yield opened


def test_from_a_territory_to_the_communes_that_moved(plain: Page, twice: str) -> None:
    plain.goto(f"{twice}/departement/29")
    plain.get_by_role("link", name=re.compile("communes ont changé de classe")).click()
    expect(plain.locator("main")).to_contain_text("Couverture fibre sous laquelle il y a alerte")
    rows = plain.locator("tbody tr[data-code]")
    listed = rows.count()
    plain.get_by_label("Classe, avant ou après").select_option("3")
    plain.get_by_role("button", name="Filtrer").click()
    assert "classe=3" in plain.url
    assert 0 < rows.count() < listed
    expect(rows.first).to_contain_text("Règle modifiée")
    filtered = rows.count()
    file = plain.request.get(twice + str(_href(plain, "Cette liste (CSV)")))
    assert len(list(csv.reader(io.StringIO(file.text())))) == filtered + 1
    whole = json.loads(plain.request.get(twice + str(_href(plain, "(JSON)"))).text())
    assert len(whole["moves"]) == listed
    rows.first.get_by_role("link").click()
    assert re.search(r"/commune/29\d{3}$", plain.url)


def test_from_a_flaw_to_the_communes_that_rest_on_it(plain: Page, twice: str) -> None:
    plain.goto(f"{twice}/donnees/qualite")
    line = plain.get_by_role("row", name=re.compile("Lieu itinérant aux étapes inconnues"))
    counted = int(re.sub(r"\D.*", "", line.get_by_role("link").inner_text()))
    line.get_by_role("link").click()
    assert "defaut=itinerant" in plain.url
    assert plain.locator("tbody tr[data-code]").count() == counted > 0
    plain.get_by_label("Territoire", exact=True).select_option("Brest Métropole")
    plain.get_by_role("button", name="Afficher").click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Brest Métropole")


@pytest.mark.parametrize("path", ["/evolutions", "/donnees/qualite?defaut=itinerant"])
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, twice: str, path: str) -> None:
    with watched(browser, twice) as page:
        page.goto(twice + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES).response["violations"]
            assert [violation["id"] for violation in found] == []
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def _href(page: Page, name: str) -> str | None:
    """Address of a link."""
    return page.get_by_role("link", name=name).get_attribute("href")
