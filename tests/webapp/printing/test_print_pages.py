"""Tests of `webapp.printing.print_pages`."""

from __future__ import annotations

import io
import re
import struct

import pikepdf
import pypdfium2
import pytest
from flask.testing import FlaskClient

from webapp.errors import PdfUnavailableError
from webapp.printing import pdf_rendering

MM_PER_POINT = 25.4 / 72
SIZES = {
    ("a4", "paysage"): (297, 210),
    ("a4", "portrait"): (210, 297),
    ("a3", "paysage"): (420, 297),
    ("a3", "portrait"): (297, 420),
}


def test_the_page_shows_the_sheet_and_leads_to_its_files(client: FlaskClient) -> None:
    address = "/departement/29/imprimer?ind=fibre&lieux=0&papier=a3&sens=paysage"
    text = client.get(address).text
    assert 'class="feuille feuille-a3 feuille-paysage"' in text
    for said in ("Fibre par commune", "Champ", "Échelle", "Lambert-93", "Sources", "instantané"):
        assert said in text
    assert "donnée absente" in text
    state = "ind=fibre&amp;lieux=0&amp;papier=a3&amp;sens=paysage"
    assert f'href="/departement/29/carte.pdf?{state}"' in text
    assert f'href="/departement/29/carte.png?{state}"' in text
    assert 'href="/departement/29/carte.svg?ind=fibre&amp;lieux=0"' in text


def test_a_bad_value_is_said_on_the_page_and_makes_no_sheet(client: FlaskClient) -> None:
    query = "papier=a0&sens=biais&ind=rien&couleur=vert"
    text = client.get(f"/departement/29/imprimer?{query}").text
    for word in ("papier=a0", "sens=biais", "« rien »", "« couleur »"):
        assert word in text.replace("\xa0", " ")
    for kind in ("pdf", "png"):
        refused = client.get(f"/departement/29/carte.{kind}?{query}")
        assert refused.status_code == 400
        assert "couleur" in refused.text


@pytest.mark.parametrize(("paper", "direction"), SIZES)
def test_a_pdf_is_one_tagged_page_of_the_true_size(
    client: FlaskClient, paper: str, direction: str
) -> None:
    answer = client.get(f"/epci/200066868/carte.pdf?papier={paper}&sens={direction}")
    assert answer.mimetype == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.data)) as document:
        (page,) = document.pages
        box = [float(side) * MM_PER_POINT for side in page.mediabox[2:]]
        assert box == pytest.approx(SIZES[paper, direction], abs=0.1)
        figures = _elements(document.Root.StructTreeRoot)
        assert {"/H1", "/H2", "/Figure", "/P", "/L"} <= {str(element.S) for element in figures}
        maps = [str(element.get("/Alt")) for element in figures if element.S == "/Figure"]
        assert all(maps)
        assert any("par commune" in words for words in maps)
    words = _words(answer.data)
    for said in ("Champ", "Échelle", "Lambert-93", "Sources", "instantané", "Carto"):
        assert said in words


def test_a_map_in_its_state_is_what_is_printed(client: FlaskClient) -> None:
    words = _words(client.get("/departement/29/carte.pdf?ind=fibre&sel=29001&classe=0").data)
    assert "Fibre par commune" in words
    assert "Entourée" in words
    assert "Classe gardée" in words
    ruled = _words(client.get("/departement/29/carte.pdf?temps_max=15").data)
    assert "Règle modifiée" in ruled


def test_a_picture_is_the_same_sheet(client: FlaskClient) -> None:
    answer = client.get("/departement/29/carte.png?papier=a4&sens=paysage")
    assert answer.mimetype == "image/png"
    assert struct.unpack(">II", answer.data[16:24]) == (2339, 1654)
    assert answer.data == client.get("/departement/29/carte.png?papier=a4&sens=paysage").data


def test_files_say_their_name_and_hold_no_path(client: FlaskClient) -> None:
    answer = client.get("/departement/29/carte.pdf")
    assert (
        answer.headers["Content-Disposition"]
        == 'inline; filename="carte-departement-29-verdict.pdf"'
    )
    assert b"/work" not in answer.data


def test_an_unknown_territory_is_not_printed(client: FlaskClient) -> None:
    for path in ("/epci/123456789/imprimer", "/epci/123456789/carte.pdf", "/region/99/carte.png"):
        assert client.get(path).status_code == 404


def test_without_pango_the_page_says_how_to_print(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(_: str) -> bytes:
        raise PdfUnavailableError("Pango n'y est pas installée.")

    monkeypatch.setattr(pdf_rendering, "render_pdf", absent)
    answer = client.get("/departement/29/carte.pdf?ind=besoin&lieux=0")
    assert answer.status_code == 501
    assert 'href="/departement/29/imprimer?ind=besoin&amp;lieux=0"' in answer.text
    assert 'href="/departement/29/carte.svg?ind=besoin&amp;lieux=0"' in answer.text
    assert re.search("apt install libpango", answer.text)


def _elements(root: pikepdf.Object) -> list[pikepdf.Object]:
    """Elements of a structure tree."""
    kids = root.get("/K")
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    found = [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [*found, *(deep for kid in found for deep in _elements(kid))]


def _words(written: bytes) -> str:
    """Text of a PDF."""
    document = pypdfium2.PdfDocument(written)
    return " ".join(page.get_textpage().get_text_range() for page in document).replace("\xa0", " ")
