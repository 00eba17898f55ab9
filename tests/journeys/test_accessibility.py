"""Every page, in four windows: axe finds nothing, nothing overflows, every word can be read."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import wait_for_map

WIDTHS = (1280, 390, 320)
# Width, height and scale: a desk, two telephones, and a desk whose reader zooms to 200 %.
WINDOWS = ((1280, 900, 1), (390, 844, 1), (320, 700, 1), (640, 450, 2))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# Rows of a table and communes of a drawing are alike: axe reads the first ones.
READ = {
    "include": [["html"]],
    "exclude": [["tbody > tr:nth-child(n+12)"], [".communes > * > :nth-child(n+5)"]],
}
TERRITORY = "/departement/29"
PAGES = (
    "/",
    TERRITORY,
    f"{TERRITORY}?ind=typologie&classe=4&sel=29019",
    f"{TERRITORY}?ind=reste&maille=epci&samedi=1&fibre_min=90",
    f"{TERRITORY}?ind=nulle-part&inconnu=1",
    f"{TERRITORY}/tableau?tri=population",
    f"{TERRITORY}/lieux?sel=29019",
    f"{TERRITORY}/imprimer",
    f"{TERRITORY}/partager",
    "/dossier/epci/242900314",
    "/dossier/epci/242900314?ajout=29019:7&demi_journees=2",
    "/integrer/departement/29",
    "/integrer/departement/29?ind=fibre&table=1&titre=0&sel=29019",
    "/epci/242900314",
    "/epci/242900314/activite",
    "/commune/29019",
    "/commune/29155",
    "/commune/29019/simple",
    "/commune/29155/simple",
    "/comparer",
    "/comparer?ids=epci-242900314,epci-200068120",
    "/comparer?ids=commune-29019,commune-29232,epci-242900314,departement-29&ind=fibre",
    "/seuils",
    "/planifier",
    "/planifier?question=manque&nombre=2&territoire=departement-29",
    "/planifier?question=retirer&comment=choix&retrait=fs-173&territoire=departement-29",
    "/planifier?territoire=departement-29&question=tournee"
    "&heures=14&demi=1&depart=29019&arrets=sous-desservies",
    "/scenario?territoire=region-53",
    "/scenario?territoire=departement-29",
    "/scenario?territoire=epci-200066868&ajout=29001:7&lieu=ajout-1&temps_max=15&ind=acces",
    "/groupe?communes=29103-29105-29181&q=Brst&liste=1&c=29103&c=29105",
    "/groupe/29103-29105-29181",
    "/evolutions",
    "/recherche?q=saint",
    "/recherche?q=zzzz",
    "/recherche?q=qimper&type=commune",
    "/territoires",
    "/donnees",
    "/api",
    "/ogc?f=html",
    "/ogc/api?f=html",
    "/ogc/collections/lieux?f=html",
    "/ogc/collections/communes/items?f=html&limit=12",
    "/ogc/collections/epci/items/242900314?f=html",
    "/donnees/dictionnaire",
    "/donnees/qualite",
    "/methode",
    "/sources",
    "/accessibilite",
    "/mentions-legales",
    "/donnees-personnelles",
    "/nulle-part",
)
# The spacing that a reader may ask for (WCAG 1.4.12), which no policy of ours refuses.
SPACE = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:not(svg *) {
        line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('svg, .hors-ecran, .maplibregl-map')) return false;
    if (!element.checkVisibility() || !(element.textContent.trim() || element.value)) return false;
    const {overflowX, overflowY} = getComputedStyle(element);
    const hides = (overflow) => ['hidden', 'clip'].includes(overflow);
    return hides(overflowX) && element.scrollWidth > element.clientWidth + 1
        || hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
}).map(({outerHTML}) => outerHTML.slice(0, 120))"""

# Text too small to read (under 0.85 rem); the preview of a sheet of paper is as small as it is.
TINY = """() => [...document.querySelectorAll('body *')].filter((element) => {
    if (element.closest('svg, .feuille, .hors-ecran, .maplibregl-map')) return false;
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return says && element.checkVisibility()
        && parseFloat(getComputedStyle(element).fontSize) < 13.59;
}).map(({outerHTML}) => outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everyone_in_every_window(page: Page, service: str, path: str) -> None:
    open_quietly(page, service, path)
    window = page.context.new_cdp_session(page)
    for width, height, scale in WINDOWS:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        window.send("Emulation.setDeviceMetricsOverride", size)
        assert faults(page) == [], f"{width} px"
        assert overflow(page) <= 0, f"{width} px"
        assert page.evaluate(TINY) == [], f"{width} px"
    page.evaluate(SPACE)
    for width, height, scale in WINDOWS:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        window.send("Emulation.setDeviceMetricsOverride", size)
        assert page.evaluate(CUT) == [], f"{width} px, spaced"
        assert overflow(page) <= 0, f"{width} px, spaced"


def open_quietly(page: Page, service: str, path: str) -> None:
    """Open a page and its map; a page that says that it found nothing is opened as another."""
    page.route("**/nulle-part", lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto(service + path)
    if page.locator("#carte").count():
        page.locator("#carte").scroll_into_view_if_needed()
        wait_for_map(page)


def faults(page: Page) -> list[str]:
    """Tell what axe finds in a page."""
    found = Axe().run(page, context=READ, options=RULES).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """Count the pixels by which a page is wider than its window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
