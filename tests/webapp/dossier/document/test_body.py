"""Blocks in the order of the dossier, each in its style."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn


def test_blocks_follow_one_another_as_in_the_dossier(document: Document) -> None:
    styles = [
        one.style.name
        for one in document.paragraphs
        if one.style and one.style.name not in ("Normal", "Edition")
    ]
    start = styles.index("Heading 1")
    assert styles[start : start + 8] == [
        "Heading 1",
        "À compléter",
        "Heading 2",
        "Image",
        "Caption",
        "Source",
        "Caption",
        "Source",
    ]


def test_parts_start_on_a_new_page_after_the_contents(document: Document) -> None:
    broken = [
        one.text
        for one in document.paragraphs
        if one._p.find(f".//{qn('w:pageBreakBefore')}") is not None
    ]
    assert broken == ["Identité et périmètre", "Synthèse", "Ce qui reste à compléter"]


def test_two_tables_are_never_joined(document: Document) -> None:
    for one in document.tables:
        following = one._tbl.getnext()
        assert following is not None
        assert following.tag == qn("w:p")
