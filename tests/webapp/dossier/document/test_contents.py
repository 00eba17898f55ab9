"""The table of contents is a field that already holds its entries."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn


def test_entries_follow_the_headings_with_their_numbers(document: Document) -> None:
    contents = document.element.body.find(qn("w:sdt"))
    lines = [
        (
            one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")),
            "".join(text.text for text in one.iter(qn("w:t"))),
        )
        for one in contents.iter(qn("w:p"))
    ]
    assert lines == [
        ("TOCHeading", "Sommaire"),
        ("TOC1", "1.Identité et périmètre"),
        ("TOC2", "1.1Périmètre"),
        ("TOC1", "2.Synthèse"),
        ("TOC2", "2.1Trois cartes"),
        ("TOC2", "2.2Listes"),
        ("TOC1", "3.Engagements"),
        ("TOC1", "Mentions"),
        ("TOC1", "Ce qui reste à compléter"),
    ]


def test_the_field_begins_and_ends_once(document: Document) -> None:
    contents = document.element.body.find(qn("w:sdt"))
    assert [one.get(qn("w:fldCharType")) for one in contents.iter(qn("w:fldChar"))] == [
        "begin",
        "separate",
        "end",
    ]
    (instruction,) = contents.iter(qn("w:instrText"))
    assert instruction.text.strip().startswith('TOC \\o "1-2"')
