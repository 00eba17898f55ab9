"""What a screen reader is told: landmarks, headings, names of controls, tables, announcements."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.test_map import IRVILLAC, commune_point

TERRITORY = "/departement/29"
PAGES = (
    "/",
    f"{TERRITORY}?ind=typologie&classe=4&sel=29019",
    f"{TERRITORY}/tableau?tri=population",
    f"{TERRITORY}/lieux",
    f"{TERRITORY}/imprimer",
    f"{TERRITORY}/partager",
    "/commune/29019",
    "/commune/29155",
    "/commune/29019/simple",
    "/comparer?ids=epci-242900314,epci-200068120",
    "/seuils?fibre_min=90",
    "/evolutions",
    "/territoires",
    "/donnees/qualite",
    "/methode",
    "/sources",
    "/recherche?q=saint",
)
# Names that the library of maps gives by itself, in the language of its authors.
ENGLISH = re.compile(r"\b(map|zoom in|zoom out|close|search|toggle|the|next|previous)\b", re.I)
CONTROLS = "a[href], button, select, summary, textarea, input:not([type=hidden])"
LANDMARKS = """() => [...document.querySelectorAll(
    'nav, aside, form[aria-label], [role=search], [role=region], [role=group],'
    + ' section:is([aria-label], [aria-labelledby])')]
    .filter((part) => part.checkVisibility()).map((part) => {
        const other = document.getElementById(part.getAttribute('aria-labelledby') ?? '');
        const name = part.getAttribute('aria-label') ?? other?.textContent ?? '';
        return [part.getAttribute('role') ?? part.tagName.toLowerCase(), name.trim()];
    })"""
TABLES = """() => [...document.querySelectorAll('table')].flatMap((table) => [
    ...(table.caption?.textContent.trim() ? [] : ['no caption']),
    ...[...table.querySelectorAll('th')].filter(({scope}) => !scope)
        .map(({textContent}) => `no scope: ${textContent}`),
    ...[...table.tBodies].flatMap(({rows}) => [...rows])
        .filter((row) => row.cells.length > 1 && !row.querySelector('th[scope=row]'))
        .map(({textContent}) => `no header: ${textContent}`)])"""


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Page:
    """Open one page without scripts for what the service itself says of its pages."""
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    return context.new_page()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_outline_its_landmarks_and_its_tables(
    plain: Page, service: str, path: str
) -> None:
    plain.goto(service + path)
    assert plain.get_by_role("banner").count() == 1
    assert plain.get_by_role("main").count() == 1
    assert plain.get_by_role("contentinfo").count() == 1
    assert plain.get_by_role("search").count() == 1
    expect(plain.get_by_role("navigation", name="Navigation principale")).to_have_count(1)
    levels = plain.evaluate(
        "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    named = [tuple(part) for part in plain.evaluate(LANDMARKS) if part[0] != "search"]
    assert [role for role, name in named if not name] == []
    assert len(named) == len(set(named)), "two landmarks have the same name"
    assert plain.evaluate(TABLES) == []
    current = plain.locator("[aria-current=page]")
    assert current.count() <= 2, "the menu and the trail, at most"


def test_every_control_of_the_map_has_a_french_name(viewer: Page) -> None:
    viewer.get_by_text("Filtrer les lieux d'aide").click()
    names = [
        re.sub(r"^- |\"$", "", line.strip())
        for line in viewer.locator("body").aria_snapshot().splitlines()
        if re.match(r"\s*- (button|link|checkbox|combobox|region|searchbox|slider)\b", line)
    ]
    assert len(names) > 60
    assert [name for name in names if '"' not in name] == [], "a control has no name"
    assert [name for name in names if ENGLISH.search(name.partition('"')[2])] == []
    canvas = viewer.get_by_role("region", name="Carte interactive des communes")
    expect(canvas).to_have_accessible_description(re.compile("flèches.*Entrée"))
    expect(viewer.get_by_role("button", name="Zoomer", exact=True)).to_be_visible()


def test_every_change_is_said(viewer: Page) -> None:
    status = viewer.locator("#statut")
    expect(status).to_have_role("status")
    viewer.get_by_label("Indicateur").select_option("fibre")
    expect(status).to_have_text("Fibre : carte et légende mises à jour.")
    worst = viewer.locator("#legende a").first
    worst.click()
    expect(status).to_contain_text("Seule classe montrée, moins de 50")
    expect(viewer.locator("#legende [aria-current=true]")).to_have_count(1)
    viewer.get_by_role("link", name="Tout afficher").click()
    expect(status).to_have_text("Toutes les classes sont montrées.")
    viewer.get_by_role("checkbox", name="Lieux d'aide").uncheck()
    expect(status).to_contain_text("mises à jour")
    viewer.mouse.click(*commune_point(viewer, IRVILLAC))
    expect(status).to_have_text("Irvillac : fiche affichée.")
    expect(viewer.get_by_role("complementary")).to_contain_text("Irvillac")


def test_where_one_is_is_said(plain: Page, service: str) -> None:
    menu = plain.get_by_role("navigation", name="Navigation principale")
    plain.goto(f"{service}/epci/242900314?ind=fibre")
    expect(menu.get_by_role("link", name="Territoires")).to_have_attribute("aria-current", "true")
    trail = plain.get_by_role("navigation", name="Fil d'Ariane")
    expect(trail.locator("[aria-current=page]")).to_have_text("Brest Métropole")
    plain.goto(f"{service}/methode")
    expect(menu.get_by_role("link", name="Méthode")).to_have_attribute("aria-current", "page")
