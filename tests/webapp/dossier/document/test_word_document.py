"""A whole document: its outline, its cover, what is left to complete, its bytes."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn

from tests.webapp.dossier.document.conftest import EDITION, pixel
from tests.webapp.dossier.small_dossier import SMALL_DOSSIER
from webapp.dossier.document.word_document import write_docx


def texts(document: Document, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def test_the_outline_is_that_of_the_dossier(document: Document) -> None:
    assert texts(document, "Heading 1") == ["Identité et périmètre", "Synthèse", "Engagements"]
    assert texts(document, "Heading 2") == ["Périmètre", "Trois cartes", "Listes"]
    assert texts(document, "Titre 1 sans numéro") == ["Mentions", "Ce qui reste à compléter"]


def test_headings_are_counted_by_their_style(document: Document) -> None:
    for name, level in (("Heading 1", None), ("Heading 2", "1")):
        numbers = document.styles[name].element.find(f".//{qn('w:numPr')}")
        ilvl = numbers.find(qn("w:ilvl"))
        assert (None if ilvl is None else ilvl.get(qn("w:val"))) == level


def test_the_cover_says_what_the_dossier_is(document: Document) -> None:
    assert texts(document, "Title") == [SMALL_DOSSIER.title]
    assert texts(document, "Territoire") == [SMALL_DOSSIER.territory]
    assert texts(document, "Subtitle") == [SMALL_DOSSIER.subtitle]
    assert texts(document, "Édition") == list(SMALL_DOSSIER.edition)


def test_what_is_left_is_marked_and_listed_with_the_way_to_it(document: Document) -> None:
    marked = [one for one in texts(document, "À compléter") if one.startswith("À compléter")]
    assert len(marked) == len(SMALL_DOSSIER.to_complete) == 2
    body = document.element.body
    hints = [
        "".join(text.text for text in control.iter(qn("w:t")))
        for control in body.iter(qn("w:sdt"))
        if control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}") is not None
    ]
    assert hints == [f"[{slot.asked.hint}]" for slot in SMALL_DOSSIER.to_complete]
    bookmarks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert "a_completer_2" in links
    assert set(links) <= bookmarks


def test_every_bookmark_and_every_control_has_its_own_number(document: Document) -> None:
    body = document.element.body
    for tag in ("w:bookmarkStart", "wp:docPr"):
        numbers = [one.get(qn("w:id")) or one.get("id") for one in body.iter(qn(tag))]
        assert len(numbers) == len(set(numbers)) > 0


def test_the_same_dossier_is_always_the_same_bytes(small_docx: bytes) -> None:
    assert write_docx(SMALL_DOSSIER, EDITION, pixel) == small_docx


def test_every_style_that_is_used_exists(document: Document) -> None:
    known = {style.style_id for style in document.styles}
    used = {
        one.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for one in document.element.body.iter(qn(tag))
    }
    assert used <= known
