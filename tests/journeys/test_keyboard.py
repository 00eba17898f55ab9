"""Without a pointer: from a search to the table, and a focus that no change of the page loses."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import tab_to
from tests.journeys.test_map import IRVILLAC

LOST = "() => document.activeElement === document.body || !document.activeElement.checkVisibility()"


def focused(page: Page) -> str:
    """Read what has the focus, which a change of the page must not lose."""
    assert not page.evaluate(LOST)
    return str(page.evaluate("() => document.activeElement.textContent.trim()"))


def test_from_a_search_to_the_sorted_and_filtered_table(page: Page, service: str) -> None:
    page.goto(f"{service}/")
    tab_to(page, page.locator("#recherche"))
    page.keyboard.type("irvill")
    expect(page.get_by_role("option").first).to_contain_text("Irvillac")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/commune/{IRVILLAC}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Irvillac")
    expect(page.locator("main .verdict").first).to_be_visible()

    trail = page.get_by_role("navigation", name="Fil d'Ariane")
    tab_to(page, trail.get_by_role("link", name="Finistère"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/departement/29")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au contenu")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au tableau")
    page.keyboard.press("Enter")
    expect(page.locator("#tableau")).to_be_in_viewport()
    tab_to(page, page.get_by_role("link", name=re.compile("^Tableau complet")))
    page.keyboard.press("Enter")
    page.wait_for_url("**/departement/29/tableau")

    people = page.get_by_role("columnheader", name="Habitants", exact=True)
    tab_to(page, people.get_by_role("link"))
    page.keyboard.press("Enter")
    expect(people).to_have_attribute("aria-sort", "descending")
    expect(page.locator("#tableau tbody th").first).to_have_text("Brest")
    tab_to(page, page.get_by_label("Nom", exact=True))
    page.keyboard.type("plou")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=plou**")
    names = page.locator("#tableau tbody th").all_inner_texts()
    assert names
    assert all("plou" in name.lower() for name in names)
    expect(people).to_have_attribute("aria-sort", "descending")


def test_no_change_of_the_page_loses_the_focus(viewer: Page) -> None:
    status = viewer.locator("#statut")
    choice = viewer.get_by_label("Indicateur")
    tab_to(viewer, choice)
    viewer.keyboard.type("fib")
    expect(status).to_contain_text("Fibre : carte et légende mises à jour")
    expect(choice).to_be_focused()

    # The focus is already further when the answer of the service comes.
    viewer.keyboard.press("ArrowDown")
    tab_to(viewer, viewer.get_by_role("link", name="Changer les seuils"))
    expect(status).to_contain_text("Reste à raccorder")
    assert focused(viewer) == "Changer les seuils"

    least = viewer.locator("#legende a").first
    tab_to(viewer, least)
    viewer.keyboard.press("Enter")
    expect(status).to_contain_text("Seule classe montrée")
    expect(least).to_be_focused()
    tab_to(viewer, viewer.get_by_role("link", name="Tout afficher"))
    viewer.keyboard.press("Enter")
    expect(status).to_contain_text("Toutes les classes")
    expect(least).to_be_focused()

    tab_to(viewer, viewer.get_by_text("Filtrer les lieux d'aide"))
    viewer.keyboard.press("Enter")
    free = viewer.get_by_label("Gratuit")
    tab_to(viewer, free)
    viewer.keyboard.press("Space")
    expect(status).to_contain_text("lieux sur")
    expect(free).to_be_focused()

    words = viewer.get_by_text("La carte en mots")
    tab_to(viewer, words)
    viewer.keyboard.press("Enter")
    tab_to(viewer, viewer.get_by_role("link", name="Imprimer la carte"))
    viewer.go_back()
    expect(status).to_contain_text("Tous les lieux")
    assert focused(viewer).startswith("Imprimer la carte")
    expect(viewer.locator("#constat p")).to_be_visible()


def test_the_map_opens_a_card_and_the_card_closes(viewer: Page) -> None:
    tab_to(viewer, viewer.locator(".maplibregl-canvas"))
    viewer.evaluate("() => carte.jumpTo({center: [-4.205, 48.369], zoom: 12})")
    viewer.wait_for_function("() => carte.loaded()")
    viewer.keyboard.press("Enter")
    heading = viewer.locator("#panneau h2")
    expect(heading).to_have_text("Irvillac")
    expect(heading).to_be_focused()
    tab_to(viewer, viewer.get_by_role("link", name="Revenir aux chiffres clés"))
    viewer.keyboard.press("Enter")
    expect(heading).to_have_text("Chiffres clés")
    expect(heading).to_be_focused()
