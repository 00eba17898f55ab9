"""On paper: the sheet of a map alone, at its true size; a page of territory, whole and tagged."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Page

MM_PER_POINT = 25.4 / 72


def printed(page: Page) -> pikepdf.Pdf:
    """Print a page from the browser, as the page itself asks."""
    return pikepdf.open(
        io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True, tagged=True))
    )


def words(document: pikepdf.Pdf) -> str:
    """Text of a document, in one line."""
    written = io.BytesIO()
    document.save(written)
    pages = pypdfium2.PdfDocument(written.getvalue())
    return " ".join(" ".join(p.get_textpage().get_text_range() for p in pages).split())


def colours(document: pikepdf.Pdf) -> set[bytes]:
    """Colours that the first two sheets of a document show, as red, green, blue."""
    written = io.BytesIO()
    document.save(written)
    seen: set[bytes] = set()
    for page in list(pypdfium2.PdfDocument(written.getvalue()))[:2]:
        picture = page.render(scale=1, rev_byteorder=True).to_numpy()[:, :, :3]
        seen |= {bytes(pixel) for pixel in picture.reshape(-1, 3)}
    return seen


@pytest.mark.parametrize(
    ("choice", "size"),
    [("papier=a4&sens=paysage", (297, 210)), ("papier=a3&sens=portrait", (297, 420))],
)
def test_the_browser_prints_the_sheet_and_nothing_else(
    page: Page, service: str, choice: str, size: tuple[int, int]
) -> None:
    page.goto(f"{service}/departement/29/imprimer?ind=fibre&{choice}")
    document = printed(page)
    (sheet,) = document.pages
    box = [float(side) * MM_PER_POINT for side in sheet.mediabox[2:]]
    assert box == pytest.approx(size, abs=0.5)
    said = words(document)
    for word in ("Fibre par commune, Finistère", "Champ", "Lambert-93", "Sources"):
        assert word in said
    assert "Afficher" not in said
    assert "Données personnelles" not in said


def test_a_territory_prints_whole_and_tagged(page: Page, service: str) -> None:
    page.goto(f"{service}/departement/29?ind=fibre")
    document = printed(page)
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    said = words(document)
    for word in ("Finistère", "Fibre", "Sources", "Communes à regarder d'abord"):
        assert word in said
    assert "Chercher" not in said
    drawn = page.evaluate(
        """() => [...document.querySelectorAll('#carte-fixe g[data-classe][fill^="#"]')]
            .map((group) => group.getAttribute('fill'))"""
    )
    assert len(drawn) >= 4
    seen = colours(document)
    assert [colour for colour in drawn if bytes.fromhex(colour[1:]) not in seen] == []


@pytest.mark.parametrize(
    "path",
    [
        "/methode",
        "/donnees/qualite",
        "/comparer?ids=epci-242900314,epci-200068120",
        "/departement/29/tableau",
        "/departement/29/lieux",
        "/commune/29019",
        "/seuils?fibre_min=90",
    ],
)
def test_a_page_prints_its_text_tagged(page: Page, service: str, path: str) -> None:
    page.goto(service + path)
    document = printed(page)
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    assert str(document.Root.Lang).startswith("fr")
    said = words(document)
    assert " ".join(page.locator("h1").inner_text().split()[:3]) in said
    assert "ANCT" in said
    assert "Aller au contenu" not in said
