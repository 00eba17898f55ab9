"""A visitor who looks for help: what is open now, whom to call, one sheet to take along."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

ARGOL = "/commune/29001"
# In Paris: a Monday morning, the same evening, Christmas day.
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 25, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (MORNING, r"Ouvert maintenant, jusqu’à 12\sh\s30"),
        (EVENING, r"Fermé maintenant, ouvre demain à 9\sh"),
        (CHRISTMAS, "Jour férié : renseignez-vous avant de vous déplacer"),
    ],
)
def test_what_is_open_follows_the_clock(page: Page, service: str, now: datetime, said: str) -> None:
    page.clock.set_fixed_time(now)
    page.goto(service + ARGOL)
    expect(page.locator("[data-semaine]").first).to_have_text(re.compile(f"^{said}$"))


def test_an_open_page_closes_with_the_place(page: Page, service: str) -> None:
    page.clock.install(time=datetime(2026, 11, 23, 11, 29, 30, tzinfo=UTC))
    page.goto(service + ARGOL)
    first = page.locator("[data-semaine]").first
    expect(first).to_contain_text("Ouvert maintenant")
    page.clock.run_for(61_000)
    expect(first).to_contain_text("Fermé maintenant, ouvre aujourd’hui")


@pytest.mark.parametrize("path", [ARGOL, f"{ARGOL}/simple"])
def test_a_commune_prints_on_one_sheet(page: Page, service: str, path: str) -> None:
    page.goto(service + path)
    sheet = page.pdf(format="A4", prefer_css_page_size=True, tagged=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="France services Châteaulin")).to_be_visible()
    expect(page.locator(".entete")).to_be_hidden()


def test_the_simple_version_prints_at_the_press_of_a_button(page: Page, service: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'imprimée'; }")
    page.goto(f"{service}{ARGOL}/simple")
    page.get_by_role("button", name="Imprimer cette page").click()
    expect(page).to_have_title("imprimée")


def test_a_planner_unfolds_the_finding(page: Page, service: str) -> None:
    page.goto(service + ARGOL)
    expect(page.locator(".critere").first).to_be_visible()
    folded = page.locator("details", has_text="La fibre demain")
    expect(folded.locator("p").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("p").first).to_be_visible()
