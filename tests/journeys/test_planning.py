"""Ask a question by the keyboard, hear its answer, take it to a scenario; then without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import watched

WHERE = "territoire=departement-29"


@pytest.fixture
def plain(browser: Browser, service: str) -> Iterator[Page]:
    """Open a watched page without JavaScript."""
    with watched(browser, service, java_script_enabled=False) as opened:
        yield opened


def test_an_answer_comes_without_leaving_the_page(page: Page, service: str) -> None:
    page.goto(f"{service}/planifier?{WHERE}&question=manque")
    expect(page.get_by_role("spinbutton", name=re.compile("minutes au plus"))).to_be_hidden()
    page.get_by_role("radio", name=re.compile("Mettre le plus")).focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("spinbutton", name=re.compile("minutes au plus"))).to_be_visible()
    page.get_by_role("spinbutton", name="Combien", exact=True).fill("1")
    page.keyboard.press("Enter")
    expect(page.locator("#trouvaille")).to_be_focused()
    expect(page.locator("#attente")).to_be_empty()
    assert "question=couverture" in page.url
    assert "nombre=1" in page.url
    page.get_by_role("link", name="Voir comme scénario").click()
    assert "/scenario?" in page.url
    page.go_back()
    expect(page.locator("#trouvaille")).to_be_visible()


def test_a_question_works_without_a_script(plain: Page, service: str) -> None:
    plain.goto(f"{service}/planifier?{WHERE}&question=retirer")
    plain.get_by_role("radio", name=re.compile("Choisir")).check()
    plain.get_by_role("button", name="Recalculer").click()
    plain.get_by_role("checkbox").first.check()
    plain.get_by_role("button", name="Recalculer").click()
    assert plain.url.count("retrait=") == 1
    expect(plain.locator("#reponse")).to_contain_text("pas une recommandation")
