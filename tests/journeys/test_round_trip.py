"""The address is the whole state: what clicks reach, a reader without scripts opens as it is."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import wait_for_map, watched
from tests.journeys.test_map import IRVILLAC, commune_point

TERRITORY = "/departement/29"
RULED = f"{TERRITORY}?fibre_min=90"
LANDERNEAU = "242900801"
# All that a page says and where its links lead; not what only scripts have to say or to draw.
SAID = """() => {
    const words = (element) => element.textContent.trim().replace(/\\s+/g, ' ');
    const read = {
        A: (link) => [link.pathname, link.hash, ...new URLSearchParams(link.search)].sort(),
        SELECT: (field) => [field.name, field.value],
        INPUT: (field) => [field.name, field.type === 'checkbox' ? field.checked : field.value],
    };
    const all = document.querySelectorAll('header .regle, main :is(h1, h2, h3, p, td, th, dt, dd,'
        + ' caption, a, select, input:not([type=hidden]), #reglages-gardes input)');
    return [...all].filter((element) =>
        !element.closest('#statut, .carte-interactive, .chercher')
    ).map((element) => JSON.stringify([
        element.tagName, ...(read[element.tagName]?.(element) ?? []),
        element.getAttribute('aria-current'), element.matches('input') ? '' : words(element)]));
}"""


def opened_again(browser: Browser, service: str, address: str) -> list[str]:
    """Open an address without scripts, elsewhere; gives all that it says."""
    with watched(browser, service, java_script_enabled=False) as page:
        page.goto(address)
        return [str(line) for line in page.evaluate(SAID)]


def assert_same(page: Page, browser: Browser, service: str) -> None:
    """Compare what clicks made of a page, once settled, with what its address gives elsewhere."""
    elsewhere = opened_again(browser, service, page.url.partition("#")[0])
    for _ in range(50):
        if page.evaluate(SAID) == elsewhere:
            return
        page.wait_for_timeout(100)
    assert page.evaluate(SAID) == elsewhere


def test_a_state_reached_by_clicks_survives_a_copy(
    page: Page, browser: Browser, service: str
) -> None:
    page.goto(service + RULED)
    wait_for_map(page)
    status = page.locator("#statut")
    page.get_by_label("Indicateur").select_option("typologie")
    expect(status).to_contain_text("Type de commune")
    page.get_by_text("Filtrer les lieux d'aide").click()
    page.get_by_label("Ouvert le samedi").check()
    expect(status).to_contain_text("lieux sur")
    page.locator("#legende a").filter(has_text="Double peine").click()
    expect(status).to_contain_text("Seule classe")
    page.mouse.click(*commune_point(page, IRVILLAC))
    expect(status).to_contain_text("Irvillac")
    for part in (
        *("ind=typologie", "fibre_min=90", "samedi=1"),
        *("classe=4", f"sel={IRVILLAC}"),
    ):
        assert part in page.url
    assert_same(page, browser, service)

    page.get_by_role("checkbox", name="Lieux d'aide").uncheck()
    expect(status).to_contain_text("mises à jour")
    assert_same(page, browser, service)
    page.go_back()
    page.go_back()
    expect(page.locator("#panneau h2")).to_have_text("Chiffres clés")
    assert_same(page, browser, service)


def test_a_unit_of_the_map_and_its_choice_survive_a_copy(
    page: Page, browser: Browser, service: str
) -> None:
    page.goto(f"{service}{TERRITORY}?ind=fibre")
    page.get_by_role("link", name="intercommunalité", exact=True).click()
    page.locator("#carte").scroll_into_view_if_needed()
    wait_for_map(page)
    page.mouse.click(*commune_point(page, LANDERNEAU))
    expect(page.locator("#statut")).to_contain_text("Landerneau")
    assert "maille=epci" in page.url
    assert_same(page, browser, service)


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", "9999-T9", "\x00"])
def test_a_hostile_address_shows_the_map_and_says_so(
    browser: Browser, service: str, hostile: str
) -> None:
    names = ("ind", "sel", "lieux", "t", "t2", "maille", "classe", "classes", "samedi", "fibre_min")
    query = "&".join(f"{name}={quote(hostile)}" for name in names)
    with watched(browser, service) as page:
        answer = page.goto(f"{service}{TERRITORY}?{query}#carte={quote(hostile)}/0/0")
        assert answer is not None
        assert answer.status == 200
        expect(page.locator(".avis p").first).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Finistère")
        wait_for_map(page)
        assert page.get_by_label("Indicateur").input_value() == "verdict"
