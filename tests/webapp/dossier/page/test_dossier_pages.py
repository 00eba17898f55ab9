"""Tests of `webapp.dossier.page.dossier_pages`."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get
from webapp.errors import PdfUnavailableError
from webapp.printing import pdf_rendering

PATH = "/dossier/epci/200066868"


def test_the_page_holds_the_twelve_parts_and_leads_to_the_files(client: FlaskClient) -> None:
    text = get(client, PATH)
    page = Outline(text)
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise([0, *page.headings]))
    assert len(page.ids) == len(set(page.ids))
    assert page.forbidden == []
    assert text.count('<section class="partie"') == 13
    for suffix in (".pdf", ".docx", ".zip"):
        assert f'href="{PATH}{suffix}"' in text
    assert "Trame TANI" in text


def test_the_files_hold_the_scenario_and_the_rule_of_the_page(client: FlaskClient) -> None:
    text = get(client, f"{PATH}?temps_max=15&ajout=29001:3.5&ajout=29042:7&sc=1")
    query = "temps_max=15&amp;ajout=29001:3.5&amp;ajout=29042:7&amp;sc=1"
    assert f'href="{PATH}.pdf?{query}"' in text
    assert "Scénario joint" in text


def test_a_bad_value_is_said_on_the_page_and_makes_no_file(client: FlaskClient) -> None:
    text = get(client, f"{PATH}?ajout=99999:3.5&demi_journees=beaucoup")
    assert "n'existe" in text or "99999" in text
    assert "demi_journees=beaucoup" in text
    assert "Aucun scénario n&#39;est joint" in text or "Aucun scénario n'est joint" in text
    assert client.get(f"{PATH}.pdf?demi_journees=beaucoup").status_code == 400


@pytest.mark.parametrize("path", ["france", "region/53", "groupe/", "commune/29019"])
def test_an_address_without_a_dossier_says_which_territories_have_one(
    client: FlaskClient, path: str
) -> None:
    answer = client.get(f"/dossier/{path}", follow_redirects=True)
    assert answer.status_code == 404
    assert "Un dossier se fait pour une intercommunalité" in answer.text


@pytest.mark.parametrize("path", ["/dossier/france", "/dossier/region/53", "/dossier/epci/1"])
def test_a_territory_without_a_dossier_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get(f"{path}.pdf").status_code == 404


def test_the_pdf_is_tagged_with_an_outline_a_title_and_a_language(client: FlaskClient) -> None:
    answer = client.get(f"{PATH}.pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data == client.get(f"{PATH}.pdf").data
    with pikepdf.open(io.BytesIO(answer.data)) as document:
        root = document.Root
        assert str(root.Lang) == "fr"
        assert bool(root.MarkInfo.Marked)
        titles = [item.title for item in document.open_outline().root]
        assert titles == ["Dossier d'inclusion numérique"]
        parts = [child.title for child in document.open_outline().root[0].children]
        assert parts[1] == "1. Identité et périmètre"
        assert parts[-1] == "Ce qui reste à compléter"
        kinds = _kinds(root.StructTreeRoot)
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/Figure", "/Caption"} <= kinds


def test_without_the_library_the_page_says_how_to_print(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_document: str) -> bytes:
        raise PdfUnavailableError("La bibliothèque Pango manque.")

    monkeypatch.setattr(pdf_rendering, "render_pdf", missing)
    answer = client.get(f"{PATH}.pdf?temps_max=11")
    assert answer.status_code == 501
    assert "Le dossier s'imprime quand même" in answer.text
    assert f'href="{PATH}?temps_max=11"' in answer.text


def test_the_territory_page_leads_to_its_dossier(client: FlaskClient) -> None:
    assert f'href="{PATH}"' in get(client, "/epci/200066868")
    assert "/dossier/" not in get(client, "/commune/29001")


def _kinds(node: pikepdf.Object) -> set[str]:
    """Gather the kinds of the elements of a tagged document."""
    found, stack = set(), [node]
    while stack:
        one = stack.pop()
        if isinstance(one, pikepdf.Array):
            stack.extend(one)
        elif isinstance(one, pikepdf.Dictionary):
            if "/S" in one:
                found.add(str(one.S))
            if "/K" in one:
                stack.append(one.K)
    return found
