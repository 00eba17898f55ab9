"""A real browser reads what an attacker has written in every field: nothing runs, nothing leaves.

`watched` refuses any message, error or other host: a policy that stops a script says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import served, watched
from tests.webapp.hostile_rows import MARK, PLACE_ID, hostile_facts, hostile_tables
from tests.webapp.published import publish

PATHS = (
    "/departement/29?sel=29019",
    "/departement/29/tableau",
    "/departement/29/lieux?sel=29019",
    "/commune/29019",
    "/recherche?q=cmd",
    "/comparer?ids=commune-29019,epci-242900314",
    "/scenario?territoire=departement-29&ajout=29001:7",
    "/planifier?question=manque&nombre=2&territoire=departement-29",
    "/dossier/epci/242900314",
    "/integrer/departement/29?table=1",
    "/ogc/collections/communes/items?f=html",
    f"/ogc/collections/lieux/items/{quote(PLACE_ID, safe='')}?f=html",
    "/donnees",
    "/sources",
)

SCHEMES = "all => all.map((one) => new URL(one.getAttribute('href'), location).protocol)"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a snapshot that an attacker has written; gives the address."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    changed = ("title", "sources", "checks", "territories")
    facts = hostile_facts()
    publish(folder, hostile_tables(), **{name: facts[name] for name in changed})
    with served(folder) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, hostile: str) -> Iterator[Page]:
    """Open a watched page on that snapshot."""
    with watched(browser, hostile) as opened:
        yield opened


def test_nothing_that_was_written_runs(reader: Page, hostile: str) -> None:
    asked: list[str] = []
    reader.on("dialog", lambda dialog: asked.append(dialog.message))
    for path in PATHS:
        answer = reader.goto(hostile + path, wait_until="networkidle")
        assert answer is not None
        assert answer.ok, path
        for frame in reader.frames:
            assert frame.evaluate(f"() => window.{MARK}") is None, path
        seen = reader.locator("body").inner_text()
        assert "cmd|" in seen or "javascript:" in seen, path
        # Addresses that a page gives to follow are those of the web.
        followed = reader.eval_on_selector_all("a[href]", SCHEMES)
        assert set(followed) <= {"http:", "https:", "mailto:", "tel:"}, path
    assert asked == []


def test_suggestions_and_the_place_of_a_map_run_nothing(reader: Page, hostile: str) -> None:
    reader.goto(f"{hostile}/departement/29?sel=29019")
    field = reader.locator("input[type=search]").first
    field.click()
    reader.keyboard.type("cmd", delay=20)
    reader.wait_for_load_state("networkidle")
    assert reader.evaluate(f"() => window.{MARK}") is None
