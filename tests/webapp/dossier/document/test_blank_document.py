"""The empty document: its page, its language, no style of others."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.shared import Mm

from webapp.dossier.document.blank_document import blank_document


def test_it_is_an_empty_a4_page() -> None:
    document = blank_document()
    assert document.paragraphs == []
    (section,) = document.sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.page_height - Mm(297)) < Mm(0.1)


def test_every_style_stands_on_one_that_exists() -> None:
    styles = blank_document().styles.element
    known = {style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    for tag in ("w:basedOn", "w:next"):
        assert {one.get(qn("w:val")) for one in styles.iter(qn(tag))} <= known


def test_text_is_never_under_eight_points() -> None:
    sizes = [
        int(one.get(qn("w:val")))
        for one in blank_document().styles.element.iter(qn("w:sz"))
        if one.getparent().tag == qn("w:rPr")
    ]
    assert min(sizes) >= 17
