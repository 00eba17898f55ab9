"""Pictures: their words, their size, side by side where they hold."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm


def test_every_picture_has_its_words(document: Document) -> None:
    said = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert said == ["Deux communes, l'une au nord.", *["Une commune."] * 3]


def test_a_picture_has_its_true_size(document: Document) -> None:
    first = next(document.element.body.iter(qn("wp:extent")))
    assert (int(first.get("cx")), int(first.get("cy"))) == (Mm(120), Mm(60))


def test_small_pictures_stand_side_by_side(document: Document) -> None:
    lines = [one for one in document.paragraphs if one.style and one.style.name == "Image"]
    assert [len(list(line._p.iter(qn("wp:inline")))) for line in lines] == [1, 3]
