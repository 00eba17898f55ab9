"""From a territory's own files, imported by command, to what its pages show of them."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from geodata.settings import load_settings
from tests.demo import DEMO, build_in
from tests.journeys.conftest import served, watched
from tests.journeys.test_accessibility import RULES, WIDTHS
from tests.rules.repository import ROOT
from webapp.cli import main

TERRITORY = "/epci/242900801"
LABELS = "id,label,date\nfrance_services:3039,Pass numérique,2023-05-02\nperdu,Pass numérique,\n"
DATES = {
    "activite": "2023-12-31",
    "communes_relais": "2023-12-31",
    "ouvertures_prevues": "2026-06-30",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Import the documented examples beside the demonstration, build it and serve it."""
    folder: Path = tmp_path_factory.mktemp("local")
    settings = Path(shutil.copytree(DEMO, folder / "demo")) / "carto.toml"
    (folder / "labels.csv").write_text(LABELS, "utf-8")
    files = {kind: ROOT / f"docs/schemas/{kind}-exemple.csv" for kind in DATES}
    imports = [*((kind, file, DATES[kind]) for kind, file in files.items())]
    imports.append(("labels_lieux", folder / "labels.csv", "2023-12-31"))
    for kind, file, date in imports:
        words = ["import", kind, str(file), "--date", date, "--config", str(settings)]
        assert main(words) == 0
    built = build_in(folder / "data", load_settings(settings))
    assert "« perdu » n'est aucun lieu publié" in built.snapshot.path("quarantine.csv").read_text(
        "utf-8"
    ).replace("\u00a0", " ")
    with served(folder / "data") as address:
        yield address


@pytest.fixture
def plain(browser: Browser, service: str) -> Iterator[Page]:
    """Open a watched page without JavaScript."""
    with watched(browser, service, java_script_enabled=False) as opened:
        yield opened


def test_from_a_territory_to_its_years_and_their_file(plain: Page, service: str) -> None:
    plain.goto(service + TERRITORY)
    plain.get_by_role("link", name="Activité de médiation").click()
    expect(plain.get_by_role("columnheader", name="2023, rapport")).to_be_visible()
    expect(plain.get_by_role("columnheader", name="2023, actions saisies")).to_be_visible()
    row = plain.get_by_role("row", name=re.compile("^Permanences"))
    expect(row.get_by_role("cell")).to_contain_text(["65", "1"])
    path = plain.get_by_role("link", name=re.compile("CSV")).get_attribute("href")
    rows = list(csv.DictReader(io.StringIO(plain.request.get(f"{service}{path}").text())))
    assert {row["origine"] for row in rows} == {"rapport", "actions"}


def test_from_a_planned_opening_to_what_it_would_change(plain: Page, service: str) -> None:
    plain.goto(service + TERRITORY)
    plan = plain.get_by_role("region", name="Ouvertures prévues")
    expect(plan).to_contain_text("ne comptent dans aucun chiffre")
    plan.get_by_role("link", name="Simuler ces ouvertures").click()
    expect(plain.locator("h1")).to_be_visible()
    assert "/scenario?territoire=epci-242900801&ajout=29180:3.5&ajout=29103:14" in plain.url


@pytest.mark.parametrize("path", [f"{TERRITORY}/activite", "/departement/29/activite"])
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, service: str, path: str) -> None:
    with watched(browser, service) as page:
        page.goto(service + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page, options=RULES).response["violations"]
            assert [violation["id"] for violation in found] == []
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width
