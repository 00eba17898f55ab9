"""Sharing a map: the preview follows the choices, and what is copied is what is shown."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.journeys.conftest import watched


def test_the_preview_follows_and_the_code_is_copied(browser: Browser, service: str) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with watched(browser, service, permissions=permissions) as page:
        page.goto(f"{service}/departement/29/partager")
        preview = page.frame_locator("#apercu")
        expect(preview.locator("#legende-titre")).to_contain_text("Verdict")
        page.get_by_label("Indicateur").select_option("fibre")
        page.get_by_label("Titre").uncheck()
        expect(page.locator("#partage-statut")).to_have_text("Aperçu et codes mis à jour.")
        expect(preview.locator("#legende-titre")).to_contain_text("Fibre")
        expect(page.locator("#code-cadre")).to_have_value(re.compile("ind=fibre&amp;titre=0"))
        assert "ind=fibre" in page.url
        code = page.locator("#code-cadre").input_value()
        assert f"{service}/integrer/departement/29?ind=fibre&amp;titre=0" in code
        block = page.locator(".sortie", has=page.locator("#code-cadre"))
        block.get_by_role("button", name="Copier").click()
        expect(block.get_by_role("status")).to_have_text("Copié.")
        assert page.evaluate("navigator.clipboard.readText()") == code


def test_without_a_clipboard_the_text_is_selected(browser: Browser, service: str) -> None:
    with watched(browser, service) as page:
        page.add_init_script("delete Navigator.prototype.clipboard")
        page.goto(f"{service}/departement/29/partager")
        block = page.locator(".sortie", has=page.locator("#code-lien"))
        block.get_by_role("button", name="Copier").click()
        expect(block.get_by_role("status")).to_contain_text("sélectionné")


def test_without_script_the_form_shows_the_codes(browser: Browser, service: str) -> None:
    with watched(browser, service, java_script_enabled=False) as page:
        page.goto(f"{service}/departement/29/partager")
        page.get_by_label("Indicateur").select_option("besoin")
        page.get_by_role("button", name="Afficher").click()
        assert "ind=besoin" in page.locator("#code-lien").input_value()
        expect(page.frame_locator("#apercu").locator("#legende-titre")).to_contain_text("Besoin")
