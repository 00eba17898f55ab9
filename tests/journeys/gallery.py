"""A gallery of every page at five widths: ``make screenshots``, then open screenshots/index.html.

Pages are those of the demonstration, served for the occasion, or those of ``--service``, the
address of a running one (of the whole of France, for instance, with ``--france``).
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.journeys.conftest import LISTEN, build_demo, chromium, served, wait_for_map
from webapp.assets import ROOT

FOLDER = ROOT / "screenshots"
WIDTHS = (1440, 1280, 768, 390, 320)
HEIGHT = 900
TERRITORY = "/departement/29"
PAGES = (
    "/",
    "/territoires",
    "/recherche?q=saint",
    "/recherche?q=zzzz",
    TERRITORY,
    f"{TERRITORY}?ind=fibre&sel=29019",
    f"{TERRITORY}?ind=typologie&classe=4",
    f"{TERRITORY}/tableau?tri=population",
    f"{TERRITORY}/lieux",
    f"{TERRITORY}/imprimer",
    f"{TERRITORY}/partager",
    "/dossier/epci/242900314",
    "/integrer/departement/29",
    "/epci/242900314",
    "/epci/242900314/activite",
    "/commune/29019",
    "/commune/29155",
    "/commune/29019/simple",
    "/comparer",
    "/comparer?ids=epci-242900314,epci-200068120",
    "/seuils?territoire=departement-29&fibre_min=90",
    "/planifier?territoire=departement-29",
    "/planifier?question=manque&nombre=2&territoire=departement-29",
    "/planifier?question=retirer&comment=moins&nombre=2&territoire=departement-29",
    "/planifier?territoire=departement-29&question=tournee"
    "&heures=14&demi=1&depart=29019&arrets=sous-desservies",
    "/scenario?territoire=departement-29&ajout=29001:7&lieu=ajout-1",
    "/groupe?communes=29103-29105-29181",
    "/groupe/29103-29105-29181",
    "/evolutions",
    "/donnees",
    "/donnees/dictionnaire",
    "/api",
    "/ogc?f=html",
    "/ogc/api?f=html",
    "/ogc/collections/communes?f=html",
    "/ogc/collections/communes/items?f=html",
    "/ogc/collections/communes/items/29019?f=html",
    "/donnees/qualite",
    "/methode",
    "/sources",
    "/accessibilite",
    "/mentions-legales",
    "/donnees-personnelles",
    "/nulle-part",
)
FRANCE_PAGES = (
    "/",
    "/france",
    "/region/53",
    "/departement/29?ind=fibre&t=2021-T2",
    "/departement/29?ind=evolution",
    "/departement/974",
    "/departement/75",
    "/epci/200054781",
    "/comparer?ids=departement-29,departement-22,departement-56,departement-35&ind=fibre",
    "/commune/13055",
    "/territoires",
    "/evolutions",
    "/evolutions?t=2026-T2&t2=2021-T2",
)


def main() -> int:
    """Take every picture and write the index; returns 0, or 1 when a page could not be taken."""
    parser = argparse.ArgumentParser(description="A gallery of every page.")
    parser.add_argument("--service", help="address of a running service")
    parser.add_argument("--france", action="store_true", help="pages of the whole of France")
    options = parser.parse_args()
    pages = FRANCE_PAGES if options.france else PAGES
    FOLDER.mkdir(exist_ok=True)
    with (
        service(options.service) as address,
        sync_playwright() as playwright,
        chromium(playwright) as browser,
    ):
        problems = [
            problem
            for width in WIDTHS
            for path in pages
            for problem in picture(browser, address, path, width)
        ]
    (FOLDER / "index.html").write_text(index(pages), encoding="utf-8")
    for problem in problems:
        print(problem, file=sys.stderr)
    print(FOLDER / "index.html")
    return 1 if problems else 0


@contextmanager
def service(address: str | None) -> Iterator[str]:
    """Give a running service, or serve the demonstration."""
    if address is not None:
        yield address.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder:
        build_demo(Path(folder))
        with served(Path(folder)) as started:
            yield started


def picture(browser: Browser, address: str, path: str, width: int) -> Iterator[str]:
    """Take one picture; yields what a look at the picture could miss.

    A page as wide as its window, with no word in the console, yields nothing.
    """
    page = browser.new_page(
        viewport={"width": width, "height": HEIGHT}, locale="fr-FR", reduced_motion="reduce"
    )
    page.add_init_script(LISTEN)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path)
    if page.locator("#carte").count():
        page.locator("#carte").scroll_into_view_if_needed()
        wait_for_map(page)
        page.evaluate("() => scrollTo(0, 0)")
    page.screenshot(path=FOLDER / file_name(path, width), full_page=True)
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    page.close()
    print(f"{width} {path}", file=sys.stderr)
    if wide > width:
        yield f"{path} : {wide} px de large dans {width} px"
    yield from (f"{path} : {message}" for message in said if "404" not in message)


def file_name(path: str, width: int) -> str:
    """Name of the picture of a page.

    >>> file_name("/departement/29?ind=fibre", 390)
    'departement-29-ind-fibre_390.png'
    """
    return f"{re.sub('[^0-9a-z]+', '-', path.lower()).strip('-') or 'accueil'}_{width}.png"


def index(pages: tuple[str, ...]) -> str:
    """Write the page that shows all the pictures, a row for each page."""
    rows = []
    for path in pages:
        cells = "".join(
            f'<td><a href="{name}"><img src="{name}" alt="{width} px" height="420"></a></td>'
            for width in WIDTHS
            for name in [file_name(path, width)]
        )
        rows.append(f"<tr><th>{escape(path)}</th>{cells}</tr>")
    heads = "".join(f"<th>{width} px</th>" for width in WIDTHS)
    table = f"<table><tr><th>Page</th>{heads}</tr>{''.join(rows)}</table>"
    return f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Pages</title>{table}'


if __name__ == "__main__":
    sys.exit(main())
