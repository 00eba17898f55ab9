"""A scenario made by the mouse, by the keyboard alone, without a script: the same addresses."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import watched

START = "/scenario?territoire=departement-29"
ARGOL = '#carte-scenario .communes a[href$="ou=29001"]'
# Where an element is under the pointer, and nothing over it.
UNCOVERED = """(element) => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    for (let y = top + 2; y < bottom; y += 3) {
        for (let x = left + 2; x < right; x += 3) {
            if (document.elementFromPoint(x, y)?.closest('a') === element) return [x, y];
        }
    }
    return null;
}"""


def point_of(page: Page, selector: str) -> tuple[float, float]:
    """Find where to press an element of the map."""
    page.locator("#carte-scenario").scroll_into_view_if_needed()
    x, y = page.locator(selector).first.evaluate(UNCOVERED)
    return x, y


def result_after(page: Page, before: str) -> str:
    """Wait until the sentence of the result says something else."""
    expect(page.locator("#resultat")).not_to_have_text(before)
    return page.locator("#resultat").inner_text()


def test_the_mouse_adds_moves_and_undoes(page: Page, service: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1500})
    page.goto(service + START)
    today = page.locator("#resultat").inner_text()
    page.mouse.click(*point_of(page, ARGOL))
    added = result_after(page, today)
    assert "ajout=29001:3.5" in page.url
    expect(page.locator("#bilan .carte-svg")).to_have_count(3)

    page.mouse.move(*point_of(page, '[data-lieu="ajout-1"]'))
    page.mouse.down()
    page.mouse.move(*point_of(page, '#carte-scenario .communes a[href$="ou=29062"]'), steps=4)
    page.mouse.up()
    result_after(page, added)
    assert re.search(r"\bajout=(?!29001)29\d{3}:3\.5", page.url)

    page.get_by_role("button", name="Défaire").click()
    expect(page.locator("#resultat")).to_have_text(added)
    assert "ajout=29001:3.5" in page.url
    page.go_back()
    expect(page.locator("#resultat")).to_have_text(today)
    assert page.url.endswith(START)


def test_a_place_at_sea_is_refused_with_its_reason(page: Page, service: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1500})
    page.goto(f"{service}{START}&ajout=29001:3.5")
    page.wait_for_load_state("networkidle")
    address, said = page.url, page.locator("#resultat").inner_text()
    map_ = page.locator("#carte-scenario svg").bounding_box()
    assert map_
    page.mouse.click(map_["x"] + 30, map_["y"] + 0.8 * map_["height"])
    expect(page.locator("[data-refus]")).to_contain_text("en mer")
    assert page.url == address
    assert page.locator("#resultat").inner_text() == said


def test_the_keyboard_goes_to_the_same_address_as_the_mouse(page: Page, service: str) -> None:
    page.goto(service + START)
    today = page.locator("#resultat").inner_text()
    field = page.get_by_role("combobox", name="Commune", exact=True)
    field.focus()
    page.keyboard.type("argol")
    expect(page.get_by_role("option", name="Argol")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    added = result_after(page, today)
    assert re.search(rf"{re.escape(START)}&ajout=29001:3\.5&sc=1&etat=[0-9a-f]{{8}}$", page.url)

    page.get_by_role("link", name=re.compile("^Modifier.*Argol")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lieu-choisi")).to_be_focused()
    page.locator("#duree-lieu").fill("14")
    page.keyboard.press("Enter")
    result_after(page, added)
    assert "ajout=29001:14" in page.url


def test_a_scenario_is_made_kept_and_taken_up_without_a_script(
    browser: Browser, service: str, tmp_path: Path
) -> None:
    with watched(browser, service, java_script_enabled=False) as plain:
        plain.goto(f"{service}/departement/29")
        plain.get_by_role("link", name="Simuler un changement").click()
        plain.locator(ARGOL).click(force=True)
        plain.get_by_role("combobox", name="Lieu", exact=True).select_option(index=3)
        plain.get_by_role("button", name="Choisir").click()
        plain.get_by_role("button", name="Retirer ce lieu").click()
        expect(plain.locator("#resultat")).to_contain_text("Avec ces 2 changements")
        assert "ajout=29001:3.5" in plain.url
        assert "retrait=" in plain.url
        made = plain.url

        file = tmp_path / "scenario.json"
        answer = plain.request.get(
            service + (plain.get_by_role("link", name="Fichier du").get_attribute("href") or "")
        )
        file.write_bytes(answer.body())
        assert json.loads(answer.text())["retraits"]
        plain.get_by_role("link", name="Tout effacer").click()
        assert plain.url.endswith(START)
        plain.get_by_label("Reprendre un scénario enregistré").set_input_files(file)
        plain.get_by_role("button", name="Reprendre", exact=True).click()
        assert plain.url.split("&lieu=")[0] == made.split("&lieu=")[0]
