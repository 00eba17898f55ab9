"""The page when something is missing: scripts, WebGL, the graphic context, the data, paper."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Playwright, expect

from tests.journeys.conftest import chromium, wait_for_map, watched

DRAWN = "#carte-fixe svg .communes path"
FADED = "#carte-fixe g[data-classe][opacity]"
PLACES = "#carte-fixe .lieux > *"


def test_without_script_every_choice_is_a_link_or_a_form(browser: Browser, service: str) -> None:
    with watched(browser, service, java_script_enabled=False) as page:
        page.goto(f"{service}/departement/29")
        assert page.locator(DRAWN).count() == 277
        expect(page.locator("#tableau tbody tr").first).to_be_visible()
        page.get_by_label("Indicateur").select_option("temps")
        page.get_by_role("button", name="Afficher").click()
        assert "ind=temps" in page.url
        expect(page.locator("#legende-titre")).to_contain_text("Temps")
        choose_a_class(page)
        page.get_by_text("Filtrer les lieux d'aide").click()
        page.get_by_label("Ouvert le samedi").check()
        page.get_by_role("button", name="Filtrer", exact=True).click()
        expect(page.locator("#bilan-lieux")).to_contain_text("lieux sur")
        page.locator("a[href^='/commune/29086'] path").first.click(force=True)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Irvillac")
        page.go_back()
        choose_a_unit_and_a_rule(page)
        page.locator("#tableau tbody a").first.click()
        assert re.search(r"/commune/\d", page.url)
        expect(page.locator("header .regle")).to_be_visible()


def test_without_webgl_the_drawn_map_stays_and_answers(
    playwright: Playwright, service: str
) -> None:
    with chromium(playwright, "--disable-3d-apis") as blind, watched(blind, service) as page:
        page.goto(f"{service}/departement/29")
        expect(page.locator("#statut")).to_contain_text("carte fixe", timeout=15_000)
        the_drawn_map_follows_every_choice(page)
        choose_a_unit_and_a_rule(page)


def test_a_lost_context_gives_the_place_back(viewer: Page) -> None:
    viewer.evaluate(
        """() => carte.getCanvas().getContext('webgl2')
            .getExtension('WEBGL_lose_context').loseContext()"""
    )
    expect(viewer.locator("#statut")).to_contain_text("carte fixe")
    expect(viewer.locator(".maplibregl-canvas")).to_have_count(0)
    the_drawn_map_follows_every_choice(viewer)


def the_drawn_map_follows_every_choice(page: Page) -> None:
    """Change all that changes a map; the drawn one shows it."""
    expect(page.locator("#carte-fixe svg")).to_be_visible()
    everywhere = page.locator(PLACES).count()
    page.get_by_label("Indicateur").select_option("fibre")
    expect(page.locator("#legende-titre")).to_contain_text("Fibre")
    choose_a_class(page)
    page.get_by_text("Filtrer les lieux d'aide").click()
    page.get_by_label("Ouvert le samedi").check()
    expect(page.locator("#bilan-lieux")).to_contain_text("lieux sur")
    assert 0 < page.locator(PLACES).count() < everywhere
    page.locator("a[href^='/commune/29086'] path").first.click(force=True)
    expect(page.locator("#panneau h2")).to_have_text("Irvillac")
    assert "sel=29086" in page.url
    page.get_by_role("checkbox", name="Lieux d'aide").uncheck()
    expect(page.locator(PLACES)).to_have_count(0)


def choose_a_class(page: Page) -> None:
    """Keep a class alone by the legend; the drawn map fades the others."""
    page.locator("#legende a").first.click()
    expect(page.locator("#legende a").first).to_have_attribute("aria-current", "true")
    assert page.locator(FADED).count() >= 3


def choose_a_unit_and_a_rule(page: Page) -> None:
    """Colour the map by EPCI, then by commune under another rule."""
    page.get_by_role("link", name="intercommunalité", exact=True).click()
    page.wait_for_url("**maille=epci**")
    assert 15 < page.locator(DRAWN).count() < 30
    page.get_by_role("link", name="commune", exact=True).click()
    page.get_by_role("link", name="Changer les seuils").click()
    page.get_by_role("spinbutton", name=re.compile("Couverture fibre")).fill("90")
    page.get_by_role("spinbutton", name=re.compile("Couverture fibre")).press("Enter")
    page.wait_for_url("**fibre_min=90**")
    page.get_by_role("link", name=re.compile("sous cette règle")).click()
    expect(page.locator("header .regle")).to_contain_text("fibre sous")
    assert page.locator(DRAWN).count() == 277


def test_without_data_the_drawn_map_stays(page: Page, service: str) -> None:
    page.route(re.compile(r"/valeurs\.json"), lambda route: route.fulfill(status=200, body="{"))
    page.goto(f"{service}/departement/29")
    expect(page.locator("#statut")).to_contain_text("carte fixe", timeout=15_000)
    expect(page.locator("#carte-fixe svg")).to_be_visible()


def test_on_paper_the_drawn_map_takes_the_place(viewer: Page) -> None:
    wait_for_map(viewer)
    viewer.emulate_media(media="print")
    expect(viewer.locator("#carte-fixe svg")).to_be_visible()
    expect(viewer.locator(".carte-interactive")).to_be_hidden()
    expect(viewer.get_by_role("heading", level=1)).to_be_visible()
